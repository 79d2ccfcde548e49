package org.modelgraph.command;

import org.modelgraph.problem.Causes;
import org.modelgraph.problem.Problem;

/** Tells a command that ran out of memory from other failures. */
final class OutOfMemory {
    private OutOfMemory() {}

    static boolean isCause(Throwable failure) {
        return Causes.any(failure, OutOfMemoryError.class::isInstance);
    }

    /** Says what ran out, how much there was, what became of the work, and what to do. */
    static Problem problem(Throwable failure) {
        var heap = Runtime.getRuntime().maxMemory() >> 20;
        return Problem.of(
                        Problem.Kind.INSUFFICIENT_STORAGE,
                        "Memory ran out ("
                                + failure.getMessage()
                                + "): the heap may grow to "
                                + heap
                                + " MiB (-Xmx"
                                + heap
                                + "m). What was not finished has changed nothing in the store.")
                .hint(
                        "Give Java a larger heap, as in: JAVA_OPTS=-Xmx"
                                + 2 * heap
                                + "m modelgraph ...")
                .causedBy(failure);
    }
}
