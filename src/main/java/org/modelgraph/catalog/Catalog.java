package org.modelgraph.catalog;

import org.modelgraph.graph.Ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All questions of {@code queries/}, in the order of their ids. */
public record Catalog(List<SavedQuery> queries) {
    /**
     * Reads a directory, or the catalogue that travels in the program where none is given.
     *
     * @throws org.modelgraph.problem.Problem naming the file that can't be read
     */
    public static Catalog read(Optional<Path> directory) {
        return directory
                .map(Catalog::fromDirectory)
                .orElseGet(() -> Ontology.bundled("queries", Catalog::fromDirectory));
    }

    private static Catalog fromDirectory(Path root) {
        try (var files = Files.walk(root)) {
            return new Catalog(
                    files.filter(f -> f.toString().endsWith(".rq"))
                            .map(f -> SavedQuery.parse(id(root, f), text(f)))
                            .sorted(java.util.Comparator.comparing(SavedQuery::id))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/').replaceFirst("\\.rq$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question with an id. */
    public Optional<SavedQuery> find(String id) {
        return queries.stream().filter(q -> q.id().equals(id)).findFirst();
    }
}
