package org.modelgraph.http;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.bound.Watch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The queries that are being answered and whose clients gave them a name, so that they can be
 * stopped by it. A name is made by the client, hard to guess, and good for one run.
 */
final class Runs {
    private static final String NAME = "[A-Za-z0-9_-]{16,64}";

    private final Map<String, Run> running = new ConcurrentHashMap<>();

    /** One query that is being answered; closed when it is over. */
    final class Run implements AutoCloseable {
        private final Optional<String> name;
        private volatile Optional<Watch.Watched> evaluation = Optional.empty();
        private volatile boolean stopped;

        private Run(Optional<String> name) {
            this.name = name;
        }

        /** The evaluation has begun. */
        void begun(Watch.Watched begun) {
            evaluation = Optional.of(begun);
            if (stopped) begun.stop(Watch.Reason.ASKED);
        }

        private void stop() {
            stopped = true;
            evaluation.ifPresent(e -> e.stop(Watch.Reason.ASKED));
        }

        private static Problem problem() {
            return Problem.of(Problem.Kind.STOPPED, "The query was stopped as you asked.");
        }

        /** What to tell of a failure: that it was wanted, where it was. */
        Throwable explained(Throwable failure) {
            return stopped ? problem().causedBy(failure) : failure;
        }

        @Override
        public void close() {
            name.ifPresent(n -> running.remove(n, this));
        }
    }

    /**
     * Enters a query.
     *
     * @throws Problem where the name has another form, or is taken
     */
    Run enter(Optional<String> name) {
        var run = new Run(name);
        if (name.isPresent()) {
            if (!name.get().matches(NAME))
                throw Problem.of(Problem.Kind.BAD_REQUEST, "The parameter run has the wrong form.")
                        .hint("It is 16 to 64 letters, digits, - and _, chosen at random.");
            if (running.putIfAbsent(name.get(), run) != null)
                throw Problem.of(
                        Problem.Kind.BAD_REQUEST, "A query with this value of run is running.");
        }
        return run;
    }

    /**
     * Stops a query.
     *
     * @return false where none of this name is running
     */
    boolean stop(String name) {
        var run = Optional.ofNullable(running.get(name));
        run.ifPresent(Run::stop);
        return run.isPresent();
    }
}
