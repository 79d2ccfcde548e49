package org.modelgraph.graph;

import org.modelgraph.ingest.Names;

import java.nio.file.Path;
import java.util.Optional;

/** The reviewed tables of names of an ontology directory: {@code tables/names/*.csv}. */
public final class ReviewedNames {
    private ReviewedNames() {}

    /** Reads the tables of a directory, or those that travel in the program. */
    public static Names read(Optional<Path> directory) {
        return directory
                .map(ReviewedNames::fromDirectory)
                .orElseGet(() -> Ontology.bundled("ontology", ReviewedNames::fromDirectory));
    }

    static Names fromDirectory(Path root) {
        var names = new Names();
        for (var file : OntologyFiles.in(root.resolve("tables").resolve("names"), "csv"))
            names.read(
                    OntologyFiles.stem(file),
                    OntologyFiles.path(root, file),
                    OntologyFiles.text(root, file));
        return names;
    }
}
