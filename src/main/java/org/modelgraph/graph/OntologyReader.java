package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.ingest.MappingSet;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the files of an ontology directory; see {@link Ontology}. */
final class OntologyReader {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private final Path root;
    private final List<Document> documents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final SourceTables tables;
    private final Consumer<Problem> faults;

    /**
     * A reader of one directory.
     *
     * @param faults is told what can't be understood; where it does not throw, the rest is read
     */
    OntologyReader(Path root, Consumer<Problem> faults) {
        this.root = root;
        this.faults = faults;
        this.tables = new SourceTables(root, faults);
    }

    Ontology read() {
        for (var file : DocumentFile.in(root)) attempt(file);
        return new Ontology(List.copyOf(documents), List.copyOf(rules));
    }

    private void attempt(DocumentFile file) {
        try {
            document(file);
        } catch (Problem fault) {
            faults.accept(fault);
        }
    }

    private void document(DocumentFile file) {
        OntologyFiles.requireText(root, file.file());
        switch (file.part()) {
            case ONTOLOGY, VOCABULARY, SHAPES, ALIGNMENTS -> turtle(file);
            case MAPPINGS -> mappings(file);
            case RULES -> rule(file);
            case GRAPH -> source(file);
            case QUERIES -> {}
        }
    }

    private void turtle(DocumentFile file) {
        var triples = GraphFactory.createDefaultGraph();
        parse(file, Lang.TURTLE, StreamRDFLib.graph(triples));
        documents.add(file.saying(triples));
    }

    private static void parse(DocumentFile file, Lang lang, StreamRDF sink) {
        var in = new ByteArrayInputStream(OntologyFiles.bytes(file.file()));
        Parsing.parse(file.path(), in, lang, Parsing.Warnings.REFUSED, sink);
    }

    private void mappings(DocumentFile file) {
        var triples = GraphFactory.createDefaultGraph();
        MappingSet.read(file.path(), file.name(), text(file), triples::add);
        documents.add(file.saying(triples));
    }

    private void source(DocumentFile file) {
        var quads = DatasetGraphFactory.createGeneral();
        parse(file, Lang.TRIG, StreamRDFLib.dataset(quads));
        var graph = file.graph();
        quads.find().forEachRemaining(quad -> requireIn(graph, quad, file));
        var triples = quads.getGraph(graph);
        tables.addTo(triples, file.name());
        documents.add(file.saying(triples));
    }

    private static void requireIn(Node graph, Quad quad, DocumentFile file) {
        if (!graph.equals(quad.getGraph()))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.path()
                                    + ": a statement about "
                                    + quad.getSubject()
                                    + " stands outside of GRAPH <"
                                    + graph
                                    + ">.")
                    .hint("One file holds one named graph, called after the file.");
    }

    private void rule(DocumentFile file) {
        var name = file.name();
        var text = text(file);
        try {
            rules.add(Rule.of(name, text));
        } catch (QueryException e) {
            throw Problem.of(Problem.Kind.MALFORMED_QUERY, file.path() + ": " + e.getMessage())
                    .causedBy(e);
        }
        var triples = GraphFactory.createDefaultGraph();
        var rule = NodeFactory.createURI(Prefixes.BASE + "rule/" + name);
        var comment = text.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
        triples.add(
                rule,
                RDF.type.asNode(),
                NodeFactory.createURI(SHACL + "SPARQLConstructExecutable"));
        for (var language : List.of("en", "zh"))
            triples.add(rule, RDFS.label.asNode(), NodeFactory.createLiteralLang(name, language));
        triples.add(rule, RDFS.comment.asNode(), NodeFactory.createLiteralLang(comment, "en"));
        triples.add(
                rule,
                NodeFactory.createURI(SHACL + "construct"),
                NodeFactory.createLiteralString(text));
        documents.add(file.saying(triples));
    }

    private String text(DocumentFile file) {
        return OntologyFiles.text(root, file.file());
    }
}
