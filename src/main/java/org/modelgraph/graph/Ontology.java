package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of the ontology directory as a value: vocabulary, shapes, rules and the knowledge
 * itself, each file with the named graph that it fills.
 *
 * @param documents the files in the order of their paths
 * @param rules the rules, in the order of their names
 */
public record Ontology(List<Document> documents, List<Rule> rules) {
    /**
     * Reads a directory, or the ontology that travels in the program where none is given.
     *
     * @throws Problem naming file, line and column, where a file can't be read
     */
    public static Ontology read(Optional<Path> directory) {
        return read(
                directory,
                fault -> {
                    throw fault;
                });
    }

    /**
     * Reads a directory, or the bundled one, and goes on after what can't be read.
     *
     * @param faults is told of each file, row and cell that is left out, with its place
     * @throws Problem where the directory is none of an ontology
     */
    public static Ontology read(Optional<Path> directory, Consumer<Problem> faults) {
        if (directory.isPresent()) return fromDirectory(directory.get(), faults);
        return bundled("ontology", root -> fromDirectory(root, faults));
    }

    /**
     * The hash of each document that {@link #read(Optional)} would give, by its graph; nothing is
     * understood for it.
     *
     * @throws Problem where the directory is none of an ontology
     */
    static Map<Node, String> hashes(Optional<Path> directory) {
        return directory
                .map(Ontology::hashes)
                .orElseGet(() -> bundled("ontology", Ontology::hashes));
    }

    private static Map<Node, String> hashes(Path root) {
        requireOntology(root);
        var hashes = new HashMap<Node, String>();
        for (var file : DocumentFile.in(root)) hashes.put(file.graph(), file.hash());
        return hashes;
    }

    private static Ontology fromDirectory(Path root, Consumer<Problem> faults) {
        requireOntology(root);
        return new OntologyReader(root, faults).read();
    }

    private static void requireOntology(Path root) {
        if (!Files.isRegularFile(root.resolve("modelgraph.ttl")))
            throw Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "There is no ontology in " + root + ": modelgraph.ttl is missing.")
                    .hint("Name a directory laid out like ontology/ of the project.");
    }

    /**
     * Does something with a directory that travels in the program, be it in a jar or in a build
     * directory.
     */
    public static <T> T bundled(String name, java.util.function.Function<Path, T> work) {
        var url = Objects.requireNonNull(Ontology.class.getResource("/" + name), name);
        try {
            var uri = url.toURI();
            if (!uri.getScheme().equals("jar")) return work.apply(Path.of(uri));
            try (var jar = open(uri)) {
                return work.apply(jar.getPath("/" + name));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem open(URI uri) throws IOException {
        var archive = URI.create(uri.toString().replaceFirst("!/.*$", "!/"));
        return FileSystems.newFileSystem(archive, Map.of());
    }

    /** The same ontology with one more document. */
    public Ontology with(Document document) {
        var all = new ArrayList<>(documents);
        all.add(document);
        return new Ontology(List.copyOf(all), rules);
    }

    /** All triples of the files in one graph. */
    public Graph merged() {
        var merged = GraphFactory.createDefaultGraph();
        documents.forEach(d -> d.triples().find().forEachRemaining(merged::add));
        return merged;
    }

    /** All shapes. */
    public Graph shapes() {
        var shapes = GraphFactory.createDefaultGraph();
        documents.stream()
                .filter(d -> d.part() == Document.Part.SHAPES)
                .forEach(d -> d.triples().find().forEachRemaining(shapes::add));
        return shapes;
    }
}
