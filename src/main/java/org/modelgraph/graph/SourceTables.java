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
import java.util.function.Consumer;

/**
 * The tables of the sources: {@code tables/SOURCE/*.csv}, each with a mapping file beside it where
 * it needs one, and the reviewed names in {@code tables/names/*.csv}.
 */
final class SourceTables {
    private final Path root;
    private final Names names = new Names();
    private final Consumer<Problem> faults;

    SourceTables(Path root, Consumer<Problem> faults) {
        this.root = root;
        this.faults = faults;
        for (var file : DocumentFile.names(root))
            attempt(() ->
                    names.read(
                            OntologyFiles.stem(file),
                            OntologyFiles.path(root, file),
                            OntologyFiles.text(root, file),
                            faults));
    }

    /** Adds what the tables of a source say. */
    void addTo(Graph triples, String source) {
        var reader =
                new TableReader(
                        source, () -> creator(source, triples), names, triples::add, faults);
        for (var table : DocumentFile.tables(root, source)) {
            var file = OntologyFiles.path(root, table);
            attempt(() -> reader.read(file, OntologyFiles.text(root, table), mapping(table)));
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (Problem fault) {
            faults.accept(fault);
        }
    }

    private Mapping mapping(Path table) {
        var file = DocumentFile.mapping(table);
        if (!Files.isRegularFile(file)) return Mapping.NONE;
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
