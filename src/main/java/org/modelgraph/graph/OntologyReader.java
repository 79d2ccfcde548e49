package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
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
        for (var part : Document.Part.values()) {
            for (var file :
                    OntologyFiles.in(root.resolve(part.folder()), "ttl", "trig", "rq", "sssom.tsv"))
                attempt(part, file);
        }
        return new Ontology(List.copyOf(documents), List.copyOf(rules));
    }

    private void attempt(Document.Part part, Path file) {
        try {
            document(part, file);
        } catch (Problem fault) {
            faults.accept(fault);
        }
    }

    private void document(Document.Part part, Path file) {
        OntologyFiles.requireText(root, file);
        var name = OntologyFiles.stem(file);
        switch (part) {
            case ONTOLOGY ->
                    turtle(part, file, name.equals("modelgraph") ? "ontology" : "ontology-" + name);
            case VOCABULARY, SHAPES, ALIGNMENTS -> turtle(part, file, part.folder() + "-" + name);
            case MAPPINGS -> mappings(file, name.replaceFirst("\\.sssom$", ""));
            case RULES -> rule(file, name);
            case GRAPH -> source(file, name);
            case QUERIES -> {}
        }
    }

    private void turtle(Document.Part part, Path file, String graphName) {
        var bytes = OntologyFiles.bytes(file);
        var triples = GraphFactory.createDefaultGraph();
        Parsing.parse(
                path(file),
                new ByteArrayInputStream(bytes),
                Lang.TURTLE,
                Parsing.Warnings.REFUSED,
                StreamRDFLib.graph(triples));
        documents.add(
                new Document(
                        path(file),
                        part,
                        Iris.graph(graphName),
                        Document.hash(List.of(bytes)),
                        triples));
    }

    private void mappings(Path file, String name) {
        var bytes = OntologyFiles.bytes(file);
        var triples = GraphFactory.createDefaultGraph();
        MappingSet.read(path(file), name, OntologyFiles.text(root, file), triples::add);
        documents.add(
                new Document(
                        path(file),
                        Document.Part.MAPPINGS,
                        Iris.graph("mappings-" + name),
                        Document.hash(List.of(bytes)),
                        triples));
    }

    private void source(Path file, String name) {
        var bytes = OntologyFiles.bytes(file);
        var quads = DatasetGraphFactory.createGeneral();
        Parsing.parse(
                path(file),
                new ByteArrayInputStream(bytes),
                Lang.TRIG,
                Parsing.Warnings.REFUSED,
                StreamRDFLib.dataset(quads));
        var graph = Iris.graph(name);
        quads.find().forEachRemaining(quad -> requireIn(graph, quad, file));
        var triples = quads.getGraph(graph);
        var hashed = new ArrayList<byte[]>(List.of(bytes));
        hashed.addAll(tables.addTo(triples, name));
        documents.add(
                new Document(
                        path(file), Document.Part.GRAPH, graph, Document.hash(hashed), triples));
    }

    private static void requireIn(Node graph, Quad quad, Path file) {
        if (!graph.equals(quad.getGraph()))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            "graph/"
                                    + file.getFileName()
                                    + ": a statement about "
                                    + quad.getSubject()
                                    + " stands outside of GRAPH <"
                                    + graph
                                    + ">.")
                    .hint("One file holds one named graph, called after the file.");
    }

    private void rule(Path file, String name) {
        var text = OntologyFiles.text(root, file);
        try {
            rules.add(Rule.of(name, text));
        } catch (QueryException e) {
            throw Problem.of(Problem.Kind.MALFORMED_QUERY, path(file) + ": " + e.getMessage())
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
        documents.add(
                new Document(
                        path(file),
                        Document.Part.RULES,
                        Iris.graph("rules-" + name),
                        Document.hash(List.of(OntologyFiles.bytes(file))),
                        triples));
    }

    private String path(Path file) {
        return OntologyFiles.path(root, file);
    }
}
