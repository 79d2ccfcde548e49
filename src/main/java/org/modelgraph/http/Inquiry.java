package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.workbench.Diagnosis;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers the questions of the catalogue on the lane for queries. */
public final class Inquiry implements Answerer {
    private static final int HELD = 3000;
    private static final int SHORT = 1000;

    private record Key(Version version, String query, Asking.Page page) {}

    private final Map<Key, AnswerTable> given =
            new LinkedHashMap<>(HELD, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, AnswerTable> eldest) {
                    return size() > HELD;
                }
            };

    private final Site site;
    private final QueryLane lane;
    private final Duration longest;

    Inquiry(Site site, QueryLane lane) {
        this.site = site;
        this.lane = lane;
        this.longest = lane.limit(Optional.empty());
    }

    /** How long an answer may take. */
    @Override
    public Duration longest() {
        return longest;
    }

    /** Work on one state of the store. */
    public interface Work<T> {
        T on(View view);
    }

    /** Runs work for a client on the lane for queries. */
    public <T> T read(Exchange exchange, Work<T> work) {
        return lane.charge(exchange, () -> lane.run(exchange, () -> site.store().read(work::on)));
    }

    /** Runs work of the server's own pages on the lane for queries; nobody is charged. */
    public <T> T read(Work<T> work) {
        return lane.run(() -> site.store().read(work::on));
    }

    @Override
    public void answer(Exchange exchange, Asking asking, TableFormat format, Sending sending) {
        read(
                exchange,
                view -> {
                    var version = view.version();
                    var tag =
                            EntityTag.of(
                                    exchange,
                                    version,
                                    asking.text(),
                                    asking.page(),
                                    format.extension());
                    if (tag.settles(exchange)) return false;
                    sending.send(answer(view, asking), Optional.of(version));
                    return true;
                });
    }

    /**
     * The answer to a question, which calls no other server; one that was given before is given
     * again, as long as the store is the same.
     *
     * @throws Problem where the question is no SELECT, is refused or takes too long
     */
    public AnswerTable answer(View view, Asking asking) {
        return answer(view, asking, longest);
    }

    /**
     * The same within a time of its own.
     *
     * @param limit how long it may take
     */
    public AnswerTable answer(View view, Asking asking, Duration limit) {
        var key = new Key(view.version(), asking.text(), asking.page());
        synchronized (given) {
            var held = given.get(key);
            lane.figures().held(held != null);
            if (held != null) return held;
        }
        var answer = evaluate(view, asking, limit);
        synchronized (given) {
            if (answer.rows().size() <= SHORT) given.put(key, answer);
        }
        return answer;
    }

    /**
     * A query that a client wrote.
     *
     * @param timeout how long it may take, where the client wants less than the server allows
     */
    public record Written(String text, Optional<Duration> timeout) {}

    /**
     * A query at work.
     *
     * @param iris the IRIs in its patterns
     * @param answer good during the call that it is given to
     */
    public record Running(View view, Set<String> iris, Answer answer) {}

    /**
     * Asks a query that a client wrote, read, checked, charged and limited as at {@code /sparql}.
     *
     * @throws Problem where it is broken, names terms of ours that do not exist, is refused, or
     *     takes too long
     */
    public <T> T ask(Exchange exchange, Written asked, Function<Running, T> reading) {
        return lane.charge(
                exchange,
                () -> {
                    var reader = new QueryReader(site.terms());
                    var read = lane.read(() -> reader.read(asked.text()));
                    requireKnown(asked.text(), read);
                    var limit = lane.limit(asked.timeout());
                    return lane.watch(
                            read.query(),
                            () ->
                                    lane.run(
                                            exchange,
                                            read.query(),
                                            () -> evaluate(read, limit, reading)));
                });
    }

    private void requireKnown(String text, QueryReader.Reading read) {
        if (read.unknown().isEmpty()) return;
        var place = Diagnosis.of(text, site.terms(), site.federation()).getFirst().position();
        throw Problem.of(Problem.Kind.MALFORMED_QUERY, String.join(" ", read.warnings())).at(place);
    }

    private <T> T evaluate(QueryReader.Reading read, Duration limit, Function<Running, T> reading) {
        var query = read.query();
        return site.store()
                .read(view -> {
                    try (var answer = Evaluation.start(query, view.target(query), limit)) {
                        return reading.apply(new Running(view, read.iris(), answer));
                    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                        throw Evaluation.problem(e, limit);
                    }
                });
    }

    private AnswerTable evaluate(View view, Asking asking, Duration limit) {
        var query = new QueryReader(site.terms(view)).read(asking.text()).query();
        Guard.check(query);
        Answerer.requireRows(query, asking);
        return lane.watch(query, () -> evaluate(view, asking, query, limit));
    }

    private AnswerTable evaluate(View view, Asking asking, Query query, Duration limit) {
        try (var answer = Evaluation.start(query, view.target(query), limit)) {
            if (answer instanceof Answer.Rows rows)
                return AnswerTable.of(rows.rows(), asking.page());
            throw new IllegalStateException("a SELECT without rows");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Evaluation.problem(e, limit);
        }
    }
}
