package org.modelgraph.catalog;

import org.modelgraph.graph.Ontology;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

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

    /**
     * The question with an id.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_FOUND}, naming one that may be meant
     */
    public SavedQuery get(String id) {
        return find(id).orElseThrow(() -> {
            var ids = queries.stream().map(SavedQuery::id).toList();
            var meant =
                    Similarity.nearest(id, ids)
                            .or(() ->
                                    ids.stream().filter(i -> i.endsWith("/" + name(id))).findAny())
                            .map(near -> "Did you mean " + near + "? ")
                            .orElse("");
            return Problem.of(Problem.Kind.NOT_FOUND, "There is no question '" + id + "'.")
                    .hint(meant + "All questions are listed at /api/queries.");
        });
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
