package org.modelgraph.graph;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generations of a store: directories {@code Data-NNNN}, of which the newest is the store. An
 * older one, and one that was never finished, is an orphan: only a sudden end leaves it behind.
 */
public final class Generations {
    private static final Logger log = LoggerFactory.getLogger(Generations.class);
    private static final Pattern WHOLE = Pattern.compile("Data-(\\d+)");
    private static final Pattern UNFINISHED = Pattern.compile("(Next-\\d+|Data-\\d+-tmp)");

    private Generations() {}

    /** The generations that are whole, from the oldest to the newest. */
    static List<Path> whole(Path directory) {
        return entries(directory, WHOLE).stream()
                .sorted(Comparator.comparingInt(Generations::number))
                .toList();
    }

    private static List<Path> entries(Path directory, Pattern name) {
        if (!Files.isDirectory(directory)) return List.of();
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .filter(p -> name.matcher(p.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(
                WHOLE.matcher(generation.getFileName().toString()).replaceFirst("$1"));
    }

    /** The generation that is the store, if there is one. */
    public static Optional<Path> newest(Path directory) {
        var whole = whole(directory);
        return whole.isEmpty() ? Optional.empty() : Optional.of(whole.getLast());
    }

    /** What a sudden end has left behind. */
    public static List<Path> orphans(Path directory) {
        var whole = whole(directory);
        var orphans = new java.util.ArrayList<>(whole.subList(0, Math.max(0, whole.size() - 1)));
        orphans.addAll(entries(directory, UNFINISHED));
        return orphans;
    }

    static void removeOrphans(Path directory) {
        for (var orphan : orphans(directory)) {
            log.info("Removed {}, which a sudden end had left behind", orphan);
            remove(orphan);
        }
    }

    /** The place of a generation in the making. */
    static Path unfinished(Path directory) {
        var number = newest(directory).map(Generations::number).orElse(0) + 1;
        return directory.resolve("Next-%04d".formatted(number));
    }

    /** Makes a finished generation the newest, in one step that a power cut can't halve. */
    static Path crown(Path unfinished) {
        var name = unfinished.getFileName().toString().replace("Next-", "Data-");
        try {
            var crowned = Files.move(unfinished, unfinished.resolveSibling(name));
            force(Optional.ofNullable(crowned.toAbsolutePath().getParent()).orElse(crowned));
            return crowned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces the entries of a directory to disk. */
    static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes a directory with all that is in it; what is gone already is no error. */
    static void remove(Path directory) {
        if (!Files.exists(directory)) return;
        try (var entries = Files.walk(directory)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
