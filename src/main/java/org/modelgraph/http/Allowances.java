package org.modelgraph.http;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What each client may ask for: seconds of query time and failed requests a minute, each saved up
 * for two minutes, and queries at the same time.
 */
final class Allowances {
    private static final int MOST_CLIENTS = 10_000;
    private static final int SAVED_MINUTES = 2;

    private final Most most;
    private final Map<String, Allowance> allowances =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
                    return size() > MOST_CLIENTS && eldest.getValue().running == 0;
                }
            };

    /**
     * The most that one client may ask for; 0 sets no limit.
     *
     * @param seconds of query time a minute
     * @param errors failed requests a minute
     * @param parallel queries at the same time
     */
    record Most(int seconds, int errors, int parallel) {}

    Allowances(Most most) {
        this.most = most;
    }

    Most most() {
        return most;
    }

    private final class Allowance {
        private double seconds = (double) most.seconds() * SAVED_MINUTES;
        private double errors = (double) most.errors() * SAVED_MINUTES;
        private long at = System.nanoTime();
        private int running;

        void refill() {
            var now = System.nanoTime();
            var minutes = (now - at) / 60e9;
            at = now;
            seconds = Math.min(seconds + minutes * most.seconds(), most.seconds() * SAVED_MINUTES);
            errors = Math.min(errors + minutes * most.errors(), most.errors() * SAVED_MINUTES);
        }
    }

    /**
     * Does a query of a client, and charges it.
     *
     * @throws Problem of kind {@link Problem.Kind#TOO_MANY_REQUESTS} where the client has nothing
     *     left; then the response says when to come again
     */
    <T> T charge(Exchange exchange, String client, Callable<T> query) {
        var allowance = enter(exchange, client);
        var begin = System.nanoTime();
        var failed = true;
        try {
            var result = query.call();
            failed = false;
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Problem.of(Problem.Kind.INTERNAL, "The query failed on the server.").causedBy(e);
        } finally {
            leave(allowance, Duration.ofNanos(System.nanoTime() - begin), failed);
        }
    }

    private Allowance enter(Exchange exchange, String client) {
        synchronized (allowances) {
            var allowance = allowances.computeIfAbsent(client, _ -> new Allowance());
            allowance.refill();
            tell(exchange, allowance);
            if (most.parallel() > 0 && allowance.running >= most.parallel())
                throw tooMany(
                        exchange, 1, "queries at the same time", String.valueOf(most.parallel()));
            if (most.seconds() > 0 && allowance.seconds <= 0)
                throw tooMany(
                        exchange,
                        wait(allowance.seconds, most.seconds()),
                        "seconds of query time a minute",
                        String.valueOf(most.seconds()));
            if (most.errors() > 0 && allowance.errors < 1)
                throw tooMany(
                        exchange,
                        wait(allowance.errors, most.errors()),
                        "failed queries a minute",
                        String.valueOf(most.errors()));
            allowance.running++;
            return allowance;
        }
    }

    private void leave(Allowance allowance, Duration taken, boolean failed) {
        synchronized (allowances) {
            allowance.running--;
            allowance.seconds -= taken.toNanos() / 1e9;
            if (failed) allowance.errors--;
        }
    }

    /** In how many seconds there is something again, at least one. */
    private static int wait(double left, int aMinute) {
        return (int) Math.ceil((1 - left) * 60 / aMinute);
    }

    /** The fields of draft-ietf-httpapi-ratelimit-headers-10. */
    private void tell(Exchange exchange, Allowance allowance) {
        if (most.seconds() == 0) return;
        exchange.context()
                .header("RateLimit-Policy", "\"query-seconds\";q=" + most.seconds() + ";w=60")
                .header(
                        "RateLimit",
                        "\"query-seconds\";r=" + (int) Math.max(0, allowance.seconds) + ";t=60");
    }

    private static Problem tooMany(Exchange exchange, int seconds, String what, String limit) {
        exchange.context().header("Retry-After", String.valueOf(seconds));
        return Problem.of(
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "This client has used up its " + limit + " " + what + ".")
                .hint("Try again in " + seconds + " s; /limits tells all limits.");
    }
}
