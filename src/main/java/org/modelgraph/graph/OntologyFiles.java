package org.modelgraph.graph;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

    /**
     * The text of a file.
     *
     * @throws Problem with the place, where it is no UTF-8
     */
    static String text(Path root, Path file) {
        var bytes = ByteBuffer.wrap(bytes(file));
        var text = CharBuffer.allocate(bytes.remaining());
        var decoder = StandardCharsets.UTF_8.newDecoder();
        if (!decoder.decode(bytes, text, true).isError()) return text.flip().toString();
        var before = text.flip().toString();
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        var column = before.length() - before.lastIndexOf('\n');
        throw Problem.of(
                        Problem.Kind.MALFORMED_DATA,
                        path(root, file) + ":" + line + ": the file is not in UTF-8")
                .at(new Position(line, column))
                .hint("Save it in the encoding UTF-8.");
    }

    /** Checks that a file is in UTF-8; see {@link #text}. */
    static void requireText(Path root, Path file) {
        if (text(root, file).startsWith("\uFEFF"))
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            path(root, file)
                                    + ":1: the file begins with an invisible byte order mark")
                    .at(new Position(1, 1))
                    .hint("Save it as UTF-8 without a byte order mark (BOM).");
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
