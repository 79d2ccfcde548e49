package org.modelgraph.graph;

import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of an ontology directory, on a disk or in a jar. */
final class OntologyFiles {
    private OntologyFiles() {}

    /** The files of a folder that end so, in the order of their names; none without the folder. */
    static List<Path> in(Path folder, String... endings) {
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

    /** The path inside the directory, with slashes. */
    static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The file's name without its ending. */
    static String stem(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "The file " + file + " can't be read: " + e.getMessage())
                    .causedBy(e);
        }
    }
}
