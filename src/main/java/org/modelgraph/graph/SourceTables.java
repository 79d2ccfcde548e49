package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.modelgraph.ingest.Mapping;
import org.modelgraph.ingest.Names;
import org.modelgraph.ingest.TableReader;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The tables of the sources: {@code tables/SOURCE/*.csv}, each with a mapping file beside it where
 * it needs one, and the reviewed names in {@code tables/names/*.csv}.
 */
final class SourceTables {
    private final Path root;
    private final Names names = new Names();
    private final List<byte[]> namesRead = new ArrayList<>();
    private final Consumer<Problem> faults;

    SourceTables(Path root, Consumer<Problem> faults) {
        this.root = root;
        this.faults = faults;
        for (var file : OntologyFiles.in(root.resolve("tables").resolve("names"), "csv")) {
            attempt(() ->
                    names.read(
                            OntologyFiles.stem(file),
                            OntologyFiles.path(root, file),
                            OntologyFiles.text(root, file),
                            faults));
            namesRead.add(OntologyFiles.bytes(file));
        }
    }

    /** Adds what the tables of a source say, and returns the content of all files read for it. */
    List<byte[]> addTo(Graph triples, String source) {
        var tables = OntologyFiles.in(root.resolve("tables").resolve(source), "csv");
        if (tables.isEmpty()) return List.of();
        var read = new ArrayList<>(namesRead);
        var reader =
                new TableReader(
                        source, () -> creator(source, triples), names, triples::add, faults);
        for (var table : tables) {
            var file = OntologyFiles.path(root, table);
            read.add(OntologyFiles.bytes(table));
            attempt(() -> reader.read(file, OntologyFiles.text(root, table), mapping(table, read)));
        }
        return read;
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (Problem fault) {
            faults.accept(fault);
        }
    }

    private Mapping mapping(Path table, List<byte[]> read) {
        var file = table.resolveSibling(OntologyFiles.stem(table) + ".yaml");
        if (!Files.isRegularFile(file)) return Mapping.NONE;
        read.add(OntologyFiles.bytes(file));
        return Mapping.parse(OntologyFiles.path(root, file), OntologyFiles.text(root, file));
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
}
