package org.modelgraph.problem;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What stands behind a failure. */
public final class Causes {
    private Causes() {}

    /** True where a failure, or one that caused it, is of some sort. */
    public static boolean any(Throwable failure, Predicate<Throwable> sort) {
        return Stream.iterate(
                        Optional.of(failure), Optional::isPresent, f -> f.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .anyMatch(sort);
    }
}
