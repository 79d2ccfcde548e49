package org.modelgraph.federation;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one query or update has had of other servers; used by the thread that evaluates it. */
final class Account {
    private final Quota quota;
    private final Map<String, RemoteUse> uses = new LinkedHashMap<>();
    private Optional<Problem> breach = Optional.empty();
    private int calls;
    private long bytes;

    Account(Quota quota) {
        this.quota = quota;
    }

    Quota quota() {
        return quota;
    }

    /** What it had of each server so far. */
    synchronized List<RemoteUse> uses() {
        return List.copyOf(uses.values());
    }

    private synchronized void note(String endpoint, UnaryOperator<RemoteUse> change) {
        uses.put(endpoint, change.apply(uses.getOrDefault(endpoint, RemoteUse.none(endpoint))));
    }

    /**
     * Begins a call.
     *
     * @return how many bytes the answer may have
     * @throws Problem of kind {@link Problem.Kind#REFUSED_QUERY} where there were too many, or too
     *     much came of them
     */
    int begin() {
        if (calls >= quota.calls())
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "The query calls other servers more than "
                                    + quota.calls()
                                    + " times, which is the limit.")
                    .hint(
                            "Bind less before SERVICE, or put more of the pattern into it; "
                                    + quota.rows()
                                    + " rows go with one call.");
        if (bytes >= quota.allBytes())
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "Other servers sent more than "
                                    + quota.allBytes()
                                    + " bytes to the query, which is the limit.")
                    .hint("Bind more of the pattern inside SERVICE, or give it a LIMIT.");
        calls++;
        return (int) Math.min(quota.answerBytes(), quota.allBytes() - bytes);
    }

    /** Notes that the execution can't come to an answer. */
    synchronized void breaks(Problem problem) {
        if (breach.isEmpty()) breach = Optional.of(problem);
    }

    /** Why the execution can't come to an answer, if it can't. */
    synchronized Optional<Problem> breach() {
        return breach;
    }

    void called(String endpoint, Duration time, int length) {
        bytes += length;
        note(endpoint, use -> use.called(time));
    }

    void answeredFromHeld(String endpoint) {
        note(endpoint, RemoteUse::answeredFromHeld);
    }

    void received(String endpoint, long rows) {
        note(endpoint, use -> use.received(rows));
    }

    void failed(String endpoint, String reason) {
        note(endpoint, use -> use.failed(reason));
    }
}
