package org.modelgraph.access;

import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Function;

/** What stands in a file, read again whenever the file has changed. */
final class WatchedFile<T> {
    private record Stamp(String attributes) {
        static Stamp of(Path file) throws IOException {
            var found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime() + " " + found.size() + " " + found.fileKey());
        }
    }

    private record Held<T>(Stamp stamp, T content) {}

    private final Path file;
    private final Function<String, T> reader;
    private final T missing;
    private Optional<Held<T>> held = Optional.empty();

    /**
     * A file to be watched.
     *
     * @param reader makes something of the text
     * @param missing what holds where there is no file
     */
    WatchedFile(Path file, Function<String, T> reader, T missing) {
        this.file = file;
        this.reader = reader;
        this.missing = missing;
    }

    /**
     * What stands in the file now.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_READY} where it is there and can't be read
     */
    synchronized T now() {
        try {
            var stamp = Stamp.of(file);
            if (held.isEmpty() || !held.get().stamp().equals(stamp))
                held = Optional.of(new Held<>(stamp, reader.apply(Files.readString(file))));
            return held.get().content();
        } catch (NoSuchFileException e) {
            held = Optional.empty();
            return missing;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.NOT_READY, "A file of credentials can't be read: " + file)
                    .hint("Let the process read it; credentials are not accepted until then.")
                    .causedBy(e);
        }
    }
}
