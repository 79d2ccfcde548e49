package org.modelgraph.imports;

import org.modelgraph.ingest.format.Format;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of an import: those that are named, and those of the format below directories. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * A file to read.
     *
     * @param path where it is
     * @param name how it is known: its path below the directory that was named, with slashes; of a
     *     file that was named itself, its name
     * @param shown how messages call it
     * @param size its size in bytes
     */
    public record Input(Path path, String name, String shown, long size) {
        /** A file that messages call by its path. */
        static Input of(Path path, String name) {
            return new Input(path, name, path.toString(), InputFiles.size(path));
        }

        /** A file that messages call by its name. */
        public static Input named(Path path, String name) {
            return new Input(path, name, name, InputFiles.size(path));
        }
    }

    /**
     * The files, each directory's in the order of their names.
     *
     * @throws Problem where a file is missing or a directory holds none of the format
     */
    public static List<Input> of(Format format, List<Path> named) {
        var inputs = new ArrayList<Input>();
        for (var path : named) {
            if (Files.isDirectory(path)) below(format, path, inputs);
            else if (Files.isRegularFile(path)) inputs.add(Input.of(path, format.nameOf(path)));
            else
                throw Problem.of(
                                Problem.Kind.NOT_FOUND,
                                "There is no file or directory " + path + ".")
                        .hint("Name files, or directories that hold them.");
        }
        return inputs;
    }

    private static void below(Format format, Path root, List<Input> inputs) {
        var before = inputs.size();
        try (var files = Files.walk(root)) {
            Stream<Path> wanted =
                    files.filter(Files::isRegularFile)
                            .filter(p -> format.takes(relative(root, p)))
                            .sorted();
            wanted.forEach(p -> inputs.add(Input.of(p, relative(root, p))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (inputs.size() == before)
            throw Problem.of(
                            Problem.Kind.NOT_FOUND,
                            "No file below " + root + " is of the format " + format.name() + ".")
                    .hint("A file that is named itself is read whatever it is called.");
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
