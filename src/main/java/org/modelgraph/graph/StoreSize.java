package org.modelgraph.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How much room files take.
 *
 * @param real bytes in blocks of the disk, as {@code du} counts them; the apparent size where there
 *     is no {@code du}
 * @param apparent bytes by the lengths of the files; TDB2's files are mapped into memory and mostly
 *     holes, so that this is far more
 */
public record StoreSize(long real, long apparent) {
    private static final long KIBIBYTE = 1024;

    /** The room that a directory takes with all that is in it; 0 where there is none. */
    public static StoreSize of(Path directory) {
        if (!Files.exists(directory)) return new StoreSize(0, 0);
        var apparent = apparent(directory);
        var blocks = blocks(directory);
        return new StoreSize(blocks < 0 ? apparent : blocks, apparent);
    }

    private static long apparent(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(StoreSize::length).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java tells no blocks; POSIX's {@code du -sk} does. */
    private static long blocks(Path directory) {
        try {
            var process =
                    new ProcessBuilder("du", "-sk", directory.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var told = process.getInputStream().readAllBytes();
            var words = new String(told, StandardCharsets.UTF_8).split("\\s", 2);
            return words[0].isEmpty() ? -1 : Long.parseLong(words[0]) * KIBIBYTE;
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }
}
