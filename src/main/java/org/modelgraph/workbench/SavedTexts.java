package org.modelgraph.workbench;

import org.modelgraph.graph.Document;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Query texts kept to be shared, each by a hash of itself: the same text is kept once, and a name
 * never comes to mean another text. There is room for a number of them; a new one then takes the
 * place of the one that was not asked for the longest.
 */
public final class SavedTexts {
    /** How many are kept. */
    public static final int MOST = 10_000;

    /** How long one may be, in bytes of UTF-8. */
    public static final int LONGEST = 32 * 1024;

    private static final int DIGITS = 16;

    private final Path directory;
    private final int most;

    /** Texts in a directory, which is made when the first comes. */
    public SavedTexts(Path directory) {
        this(directory, MOST);
    }

    SavedTexts(Path directory, int most) {
        this.directory = directory;
        this.most = most;
    }

    /**
     * Keeps a text.
     *
     * @return its name: 16 hexadecimal digits
     * @throws Problem where it is too long
     */
    public synchronized String keep(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST)
            throw Problem.of(
                            Problem.Kind.TOO_LARGE,
                            "A query of " + bytes.length + " bytes is too long to be kept.")
                    .hint("At most " + LONGEST + " bytes are.");
        var name = Document.hash(List.of(bytes)).substring(0, DIGITS);
        try {
            Files.createDirectories(directory);
            if (Files.exists(file(name))) touch(name);
            else write(name, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    private void write(String name, byte[] bytes) throws IOException {
        makeRoom();
        var part = directory.resolve(name + ".part");
        Files.write(part, bytes);
        Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeRoom() throws IOException {
        try (var files = Files.list(directory)) {
            var kept = files.filter(f -> f.toString().endsWith(".rq")).toList();
            if (kept.size() < most) return;
            var oldest = kept.stream().min(Comparator.comparing(SavedTexts::used));
            if (oldest.isPresent()) Files.deleteIfExists(oldest.get());
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private void touch(String name) throws IOException {
        Files.setLastModifiedTime(file(name), FileTime.from(Instant.now()));
    }

    /** The text with a name; empty where there is none. */
    public synchronized Optional<String> find(String name) {
        if (!name.matches("[0-9a-f]{" + DIGITS + "}") || !Files.exists(file(name)))
            return Optional.empty();
        try {
            touch(name);
            return Optional.of(Files.readString(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".rq");
    }
}
