package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.modelgraph.sparql.bound.Budget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/** Logs the queries that took long, with the algebra that was evaluated. */
final class SlowQueries {
    private static final Logger log = LoggerFactory.getLogger("org.modelgraph.slow");
    private static final int LONGEST_TEXT = 4096;

    private final Duration limit;

    /**
     * A log of slow queries.
     *
     * @param limit from when on a query is slow, the wait for a place included
     */
    SlowQueries(Duration limit) {
        this.limit = limit;
    }

    /** Does work for a query, and logs it where it took long, however it ended. */
    <T> T watch(Query query, Supplier<T> work) {
        var begin = System.nanoTime();
        var end = "failed";
        try {
            var answer = work.get();
            end = "answered";
            return answer;
        } finally {
            var taken = Duration.ofNanos(System.nanoTime() - begin);
            if (taken.compareTo(limit) >= 0) tell(query, taken, end);
        }
    }

    private static void tell(Query query, Duration taken, String end) {
        log.warn(
                "slow query: {} after {} ms; query: {}; plan: {}",
                end,
                taken.toMillis(),
                oneLine(query.toString()),
                oneLine(plan(query)));
    }

    private static String plan(Query query) {
        try {
            return Budget.planned(Algebra.compile(query)).toString();
        } catch (RuntimeException | StackOverflowError e) {
            return "(none: " + e.getClass().getSimpleName() + ")";
        }
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) + " …" : line;
    }
}
