package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.ingest.Names;
import org.modelgraph.ingest.ResultTable;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files of an ontology directory; see {@link Ontology}. */
final class OntologyReader {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private final Path root;
    private final List<Document> documents = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    OntologyReader(Path root) {
        this.root = root;
    }

    Ontology read() {
        for (var part : Document.Part.values()) {
            for (var file : files(root.resolve(part.folder()), "ttl", "trig", "rq"))
                document(part, file);
        }
        return new Ontology(List.copyOf(documents), List.copyOf(rules));
    }

    private void document(Document.Part part, Path file) {
        var name = stem(file);
        switch (part) {
            case ONTOLOGY ->
                    turtle(part, file, name.equals("modelgraph") ? "ontology" : "ontology-" + name);
            case VOCABULARY, SHAPES, ALIGNMENTS -> turtle(part, file, part.folder() + "-" + name);
            case RULES -> rule(file, name);
            case GRAPH -> source(file, name);
        }
    }

    private void turtle(Document.Part part, Path file, String graphName) {
        var bytes = bytes(file);
        var triples = GraphFactory.createDefaultGraph();
        Parsing.parse(
                path(file),
                new ByteArrayInputStream(bytes),
                Lang.TURTLE,
                Parsing.Warnings.REFUSED,
                StreamRDFLib.graph(triples));
        documents.add(
                new Document(
                        path(file), part, Iris.graph(graphName), hash(List.of(bytes)), triples));
    }

    private void source(Path file, String name) {
        var bytes = bytes(file);
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
        var tables = files(root.resolve("tables").resolve(name), "csv");
        if (!tables.isEmpty()) hashed.addAll(addTables(name, tables, triples));
        documents.add(new Document(path(file), Document.Part.GRAPH, graph, hash(hashed), triples));
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

    private List<byte[]> addTables(String source, List<Path> tables, Graph triples) {
        var read = new ArrayList<byte[]>();
        var namesFile = root.resolve("tables").resolve("names.csv");
        read.add(bytes(namesFile));
        var names = Names.parse(path(namesFile), text(namesFile));
        var asserter = creator(source, triples);
        for (var table : tables) {
            read.add(bytes(table));
            new ResultTable(source, asserter, path(table), names).read(text(table), triples::add);
        }
        return read;
    }

    private static Node creator(String source, Graph triples) {
        var node = NodeFactory.createURI(Prefixes.BASE + "source/" + source);
        return triples.find(node, DCTerms.creator.asNode(), Node.ANY)
                .nextOptional()
                .map(Triple::getObject)
                .orElseThrow(() ->
                        Problem.of(
                                Problem.Kind.MALFORMED_DATA,
                                "graph/"
                                        + source
                                        + ".trig: source:"
                                        + source
                                        + " has no dcterms:creator, so nobody says what its tables"
                                        + " say."));
    }

    private void rule(Path file, String name) {
        var text = text(file);
        try {
            rules.add(
                    new Rule(
                            name,
                            QueryFactory.create(text, Prefixes.BASE, Syntax.syntaxSPARQL_11)));
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
                        hash(List.of(bytes(file))),
                        triples));
    }

    private static List<Path> files(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(p ->
                            Stream.of(endings)
                                    .anyMatch(e -> p.getFileName().toString().endsWith("." + e)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "The file " + file + " can't be read: " + e.getMessage())
                    .causedBy(e);
        }
    }

    private static String hash(List<byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
