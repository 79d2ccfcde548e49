package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.Settings;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.RowLimit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** How queries come to run: who asks is told apart and charged, waits in turn, and has limits. */
final class QueryLane implements AutoCloseable {
    private final Lanes lanes;
    private final Federation federation;
    private final Clients clients;
    private final Allowances allowances;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock of answers").factory());
    private final Rounds rounds = new Rounds(clock);
    private final Cutting cutting = new Cutting(rounds);
    private final Pushing pushing = new Pushing(rounds);
    private final Runs runs = new Runs();
    private final SlowQueries slow;
    private final Figures figures;
    private final Duration longest;
    private final long mostRows;

    QueryLane(Settings settings, Lanes lanes, Federation federation, Figures figures) {
        this.lanes = lanes;
        this.federation = federation;
        this.figures = figures;
        slow = new SlowQueries(settings.slowQuery());
        clients = new Clients(settings.proxies());
        allowances =
                new Allowances(
                        new Allowances.Most(
                                settings.clientSeconds(),
                                settings.clientErrors(),
                                settings.clientParallel()));
        longest = settings.queryTimeout();
        mostRows = settings.rowLimit();
    }

    /** Charges the client of a request for a query. */
    <T> T charge(Exchange exchange, Callable<T> query) {
        return allowances.charge(exchange, clients.of(exchange), query);
    }

    /**
     * Reads a query and passes it if it may run.
     *
     * @throws Problem where it can't be read or must not run
     */
    QueryReader.Reading read(Callable<QueryReader.Reading> reader) {
        return deep(() -> {
            var reading = reader.call();
            Guard.check(reading.query(), federation);
            return reading;
        });
    }

    /**
     * Does what reads queries where the stack is deep, since parsers recurse.
     *
     * @throws Problem where it is not deep enough
     */
    <T> T deep(Callable<T> work) {
        return lanes.quick()
                .run(() -> {
                    try {
                        return work.call();
                    } catch (StackOverflowError e) {
                        throw Problem.of(
                                        Problem.Kind.REFUSED_QUERY,
                                        "The query is nested too deeply to be read.")
                                .causedBy(e);
                    }
                });
    }

    /** Does work for the client of a request, in turn with that of others. */
    <T> T run(Exchange exchange, Callable<T> work) {
        return lanes.queries().run(clients.of(exchange), work);
    }

    /**
     * Does work on a query for the client of a request, in turn with that of others; queries that
     * call other servers have places of their own, since they mostly wait.
     */
    <T> T run(Exchange exchange, Query query, Callable<T> work) {
        return (callsOthers(query) ? lanes.remote() : lanes.queries())
                .run(clients.of(exchange), work);
    }

    /** True of a query that calls other servers, where it may. */
    boolean callsOthers(Query query) {
        return federation.isOpen() && Guard.callsOthers(query);
    }

    /** Does work of the server's own on the lane for queries. */
    <T> T run(Callable<T> work) {
        return lanes.queries().run(work);
    }

    /** How long a query may take that asks for so much. */
    Duration limit(Optional<Duration> asked) {
        return asked.filter(t -> t.compareTo(longest) < 0).orElse(longest);
    }

    /** The limit of one answer. */
    RowLimit rowLimit(boolean truncate) {
        return new RowLimit(mostRows, truncate);
    }

    /** Does work for a query, and notes it where it took long. */
    <T> T watch(Query query, Supplier<T> work) {
        return slow.watch(query, work);
    }

    /** Where rows and held answers are counted. */
    Figures figures() {
        return figures;
    }

    /** The queries that can be stopped by their names. */
    Runs runs() {
        return runs;
    }

    Cutting cutting() {
        return cutting;
    }

    Pushing pushing() {
        return pushing;
    }

    Allowances.Most most() {
        return allowances.most();
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
