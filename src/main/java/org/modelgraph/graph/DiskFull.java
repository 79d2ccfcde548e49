package org.modelgraph.graph;

import org.modelgraph.problem.Causes;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a write that failed for want of room from other failures. */
final class DiskFull {
    /** A file that is mapped into memory grows by this much; less than that is none. */
    private static final long LITTLE = 16L << 20;

    private DiskFull() {}

    /** True where the system said that there is no room, or a mapped page could not be had. */
    static boolean isCause(Throwable failure) {
        return Causes.any(failure, f -> isNoSpace(f) || f instanceof InternalError);
    }

    private static boolean isNoSpace(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage()).orElse("");
        return message.contains("No space left")
                || message.contains("Disk quota exceeded")
                || message.contains("not enough space");
    }

    static Problem problem(Path directory, Throwable failure) {
        return Problem.of(
                        Problem.Kind.INSUFFICIENT_STORAGE,
                        "The disk of the store is full"
                                + left(directory)
                                + "; nothing was written.")
                .hint("Reading goes on. Writing works again as soon as there is room.")
                .causedBy(failure);
    }

    private static String left(Path directory) {
        try {
            var free = Files.getFileStore(directory).getUsableSpace();
            return free < LITTLE ? " (" + (free >> 10) + " KiB are left)" : "";
        } catch (IOException e) {
            return "";
        }
    }
}
