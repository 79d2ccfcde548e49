package org.modelgraph.conformance;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a case as data. */
final class Files {
    private static final Map<String, Lang> RESULTS =
            Map.of(
                    "srx", ResultSetLang.RS_XML,
                    "srj", ResultSetLang.RS_JSON,
                    "csv", ResultSetLang.RS_CSV,
                    "tsv", ResultSetLang.RS_TSV);

    private Files() {}

    static String extension(String iri) {
        return iri.substring(iri.lastIndexOf('.') + 1);
    }

    static Lang lang(String iri) {
        var results = RESULTS.get(extension(iri));
        return results != null ? results : RDFLanguages.filenameToLang(iri);
    }

    /** A file as quads. */
    static DatasetGraph data(String iri, String base) {
        return data(Manifest.bytes(iri), lang(iri), base);
    }

    static DatasetGraph data(byte[] bytes, Lang lang, String base) {
        var data = DatasetGraphFactory.createGeneral();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(lang)
                .forceLang(lang)
                .base(base)
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .parse(data);
        return data;
    }

    /** The files of a dataset by the names of their graphs; the default graph is "". */
    static Map<String, List<String>> graphs(Resource description) {
        var graphs = new TreeMap<String, List<String>>();
        for (var terms : new String[] {Case.QT, Case.UT}) {
            for (var file : Case.values(description, terms + "data"))
                add(graphs, "", Case.name(file));
            for (var node : Case.values(description, terms + "graphData")) {
                if (node.isURIResource()) add(graphs, Case.name(node), Case.name(node));
                else add(graphs, node.asResource());
            }
        }
        return graphs;
    }

    private static void add(Map<String, List<String>> graphs, Resource named) {
        var file =
                Case.value(named, Case.UT + "graph")
                        .or(() -> Case.value(named, Case.QT + "graph"))
                        .or(() -> Case.value(named, Case.UT + "data"))
                        .orElseThrow();
        var label = Case.value(named, org.apache.jena.vocabulary.RDFS.label.getURI());
        add(graphs, label.orElse(file), file);
    }

    private static void add(Map<String, List<String>> graphs, String name, String file) {
        graphs.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
    }

    /** The graphs that a query names with FROM: they are to be there before it asks. */
    static void addNamed(Map<String, List<String>> graphs, String text, String base) {
        var query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_12);
        query.getGraphURIs().forEach(iri -> add(graphs, iri, iri));
        query.getNamedGraphURIs().stream()
                .filter(iri -> !graphs.containsKey(iri))
                .forEach(iri -> add(graphs, iri, iri));
    }

    static DatasetGraph dataset(Map<String, List<String>> graphs) {
        var dataset = DatasetGraphFactory.createGeneral();
        graphs.forEach((name, files) -> files.forEach(file -> add(dataset, name(name), file)));
        return dataset;
    }

    private static Node name(String name) {
        return name.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(name);
    }

    private static void add(DatasetGraph dataset, Node graph, String file) {
        data(file, file)
                .find()
                .forEachRemaining(
                        q -> dataset.add(graph, q.getSubject(), q.getPredicate(), q.getObject()));
    }
}
