package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.modelgraph.federation.Loader;
import org.modelgraph.federation.RemoteDocument;
import org.modelgraph.graph.Parsing;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.UpdateText;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the LOAD operations of an update load (SPARQL 1.1 Update §3.1.4), fetched and read before
 * the write begins, so that nobody waits for another server to write.
 */
final class Loading {
    private final Loader loader;
    private final List<Optional<Graph>> graphs = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Loading(Loader loader) {
        this.loader = loader;
    }

    /**
     * Loads all documents of an update.
     *
     * @throws Problem where one can't be had or read, and the operation does not say SILENT
     */
    static Loading of(UpdateText update, Loader loader) {
        var loading = new Loading(loader);
        update.loads().forEach(loading::load);
        return loading;
    }

    private void load(UpdateLoad operation) {
        try {
            graphs.add(Optional.of(graph(operation.getSource())));
        } catch (Problem problem) {
            if (!operation.getSilent()) throw problem;
            warnings.add("LOAD SILENT was passed over: " + problem.detail());
            graphs.add(Optional.empty());
        }
    }

    private Graph graph(String iri) {
        var document = loader.load(iri);
        var data = DatasetGraphFactory.createGeneral();
        var name = "<" + iri + ">";
        Parsing.parseSound(
                name, document.open(), lang(iri, document), iri, StreamRDFLib.dataset(data));
        if (data.listGraphNodes().hasNext())
            throw Problem.of(
                            Problem.Kind.UNPROCESSABLE,
                            name + " holds named graphs, and LOAD loads one graph.")
                    .hint("Fetch it yourself and send it to /graphs.");
        return data.getDefaultGraph();
    }

    private static Lang lang(String iri, RemoteDocument document) {
        return Format.ofUpload(document.type())
                .or(() -> Optional.ofNullable(RDFLanguages.filenameToLang(path(iri))))
                .filter(Format::isText)
                .orElseThrow(() ->
                        Problem.of(
                                Problem.Kind.REMOTE_FAILED,
                                "<"
                                        + iri
                                        + "> came as '"
                                        + document.mediaType()
                                        + "', which is no RDF."));
    }

    private static String path(String iri) {
        return iri.replaceFirst("[?#].*", "");
    }

    /** What was loaded by each operation, in their order; empty where one was passed over. */
    List<Optional<Graph>> graphs() {
        return graphs;
    }

    /** What was passed over, and why. */
    List<String> warnings() {
        return warnings;
    }
}
