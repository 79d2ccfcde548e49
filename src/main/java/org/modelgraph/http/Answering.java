package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.bound.Watch;
import org.modelgraph.sparql.result.AnswerOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * How queries come to their answers: one that is held is sent, others are evaluated on the lane for
 * queries, streamed, and held where that is allowed.
 */
final class Answering {
    /** So long a client waits for the same answer that another is being given. */
    private static final long PATIENCE_MILLIS = 5000;

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final Site site;
    private final QueryLane lane;
    private final ReadQueries queries;
    private final ResultCache cache;

    Answering(Site site, QueryLane lane, ResultCache cache) {
        this.site = site;
        this.lane = lane;
        this.cache = cache;
        queries = new ReadQueries(site, lane);
    }

    /** Answers a query. */
    void answer(Exchange exchange, SparqlRequest.Ask ask) {
        lane.charge(
                exchange,
                () -> {
                    answer(exchange, ask, queries.read(ask.text()));
                    return true;
                });
    }

    private void answer(Exchange exchange, SparqlRequest.Ask ask, ReadQueries.Entry entry) {
        var query = Evaluation.withDataset(entry.query(), ask.defaultGraphs(), ask.namedGraphs());
        var format = Format.negotiate(ask.format(), exchange.accept(), kind(query));
        var limit = lane.limit(ask.timeout());
        entry.reading().warnings().forEach(w -> Headers.warn(exchange, w));
        var rows = lane.rowLimit(ask.truncate());
        var engine = QueryTask.engine(exchange);
        var question =
                engine == EngineChoice.AUTO
                        ? question(ask, entry, format)
                        : Optional.<ResultCache.Question>empty();
        lane.watch(
                query,
                () -> {
                    try (var run = lane.runs().enter(exchange.parameter("run"))) {
                        send(
                                exchange,
                                new QueryTask(
                                        ask, entry, query, format, question, limit, rows, engine,
                                        run));
                        return true;
                    }
                });
    }

    private static Format.Kind kind(Query query) {
        if (query.isSelectType()) return Format.Kind.ROWS;
        return query.isAskType() ? Format.Kind.TRUTH : Format.Kind.TRIPLES;
    }

    /** What is asked, where the answer is the same until the data change. */
    private static Optional<ResultCache.Question> question(
            SparqlRequest.Ask ask, ReadQueries.Entry entry, Format format) {
        if (ask.truncate() || format == Format.HTML) return Optional.empty();
        return entry.normal()
                .map(text ->
                        new ResultCache.Question(
                                text, ask.defaultGraphs(), ask.namedGraphs(), format));
    }

    private void send(Exchange exchange, QueryTask task) {
        if (Explaining.isWanted(exchange)) new Explaining(site, lane).answer(exchange, task);
        else if (task.format() == Format.HTML) page(exchange, task);
        else if (task.question().isEmpty()) stream(exchange, task);
        else sendHeld(exchange, task, task.question().get());
    }

    private void page(Exchange exchange, QueryTask task) {
        var html =
                lane.run(
                        exchange,
                        task.query(),
                        () -> site.store().read(view -> render(exchange, task, view)));
        exchange.page(200, html);
    }

    private String render(Exchange exchange, QueryTask task, View view) {
        try (var answer = task.start(view)) {
            var page =
                    new ResultPage(site, exchange, view)
                            .render(answer, task.ask().text(), task.entry().reading().warnings());
            AnswerTrailers.tell(exchange, answer.remotes());
            return page;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw task.problem(e);
        }
    }

    /** Sends an answer that is held, or finds it; while another finds it, waits for a while. */
    private void sendHeld(Exchange exchange, QueryTask task, ResultCache.Question question) {
        for (var waited = false; ; waited = true) {
            var key = site.version().known().map(v -> new ResultCache.Key(v, question));
            if (key.isEmpty()) break;
            if (settles(exchange, key.get())) return;
            var held = cache.find(key.get());
            if (held.isPresent()) {
                if (held.get().body().isEmpty()) break;
                send(exchange, key.get(), held.get());
                return;
            }
            if (waited || cache.longest() == 0) break;
            var flight = cache.begin(key.get());
            if (flight.isPresent()) {
                try (var _ = flight.get()) {
                    stream(exchange, task);
                    return;
                }
            }
            cache.await(key.get(), PATIENCE_MILLIS);
        }
        stream(exchange, task);
    }

    private static EntityTag tag(Exchange exchange, ResultCache.Key key) {
        var question = key.question();
        return EntityTag.of(
                exchange,
                key.version(),
                "answer",
                question.query(),
                question.defaultGraphs(),
                question.namedGraphs(),
                question.format());
    }

    private static boolean settles(Exchange exchange, ResultCache.Key key) {
        if (!EntityTag.isTaggable(exchange) || exchange.header("If-None-Match").isEmpty())
            return false;
        var tag = tag(exchange, key);
        return tag.isHeldBy(exchange) && tag.settles(exchange);
    }

    /** Sends an answer that is held: no transaction, no lane. */
    private void send(Exchange exchange, ResultCache.Key key, ResultCache.Held held) {
        var context = exchange.context();
        var body = held.body().orElseThrow();
        if (EntityTag.isTaggable(exchange)) tag(exchange, key).announce(exchange);
        if (Packing.isWanted(exchange, body.length)) {
            body = cache.packed(key, held);
            context.header("Content-Encoding", "gzip");
        }
        exchange.vary();
        context.status(200).contentType(key.question().format().contentType());
        context.res().setContentLength(body.length);
        try {
            context.res().getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (held.rows() >= 0) lane.figures().rows(held.rows());
    }

    private void stream(Exchange exchange, QueryTask task) {
        var calls = lane.callsOthers(task.query());
        var trailers = AnswerTrailers.announce(exchange, task.rows(), task.ask().truncate(), calls);
        if (task.isBrief() && briefly(exchange, task, trailers)) return;
        lane.run(exchange, task.query(), () -> read(exchange, task, trailers));
    }

    /** Answers on the thread of the request; false where that takes longer than was expected. */
    private boolean briefly(Exchange exchange, QueryTask task, AnswerTrailers trailers) {
        try {
            read(exchange, task.within(Brevity.PATIENCE), trailers);
            lane.figures().brief();
            return true;
        } catch (Problem e) {
            log.debug("A query was not brief: {}", e.getMessage(), e);
            task.entry().brevity().forget();
            return false;
        }
    }

    private boolean read(Exchange exchange, QueryTask task, AnswerTrailers trailers) {
        site.version().learn();
        return site.store().read(view -> stream(exchange, task, view, trailers));
    }

    private boolean stream(Exchange exchange, QueryTask task, View view, AnswerTrailers trailers) {
        var key = task.question().map(q -> new ResultCache.Key(view.version(), q));
        if (key.isPresent() && settles(exchange, key.get())) return true;
        var tag = key.filter(_ -> EntityTag.isTaggable(exchange)).map(k -> tag(exchange, k));
        var out = HeldOutput.of(exchange, task.format(), tag);
        var copy = new Recording(out, key.isPresent() ? cache.longest() : 0);
        var begin = System.nanoTime();
        try (var answer = task.start(view);
                var output = AnswerOutput.to(copy);
                var _ = lane.pushing().on(output);
                var _ = lane.cutting().after(task.limit(), exchange)) {
            AnswerWriter.write(answer, task.format(), output);
            task.entry().brevity().learn(System.nanoTime() - begin, !out.released());
            trailers.tell(answer.remotes(), out.released());
            out.finish();
            var rows = rows(answer);
            if (rows >= 0) lane.figures().rows(rows);
            key.ifPresent(k -> hold(k, copy, rows));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw failure(exchange, out, task.problem(e));
        }
    }

    private static long rows(Answer answer) {
        return answer instanceof Answer.Rows rows ? rows.rows().getRowNumber() : -1;
    }

    private void hold(ResultCache.Key key, Recording copy, long rows) {
        if (cache.longest() == 0 || Watch.lastStop().isPresent()) return;
        copy.bytes().ifPresentOrElse(b -> cache.hold(key, b, rows), () -> cache.holdNot(key));
    }

    /** What becomes of a failure: a problem, or a cut where the answer has begun to go out. */
    static RuntimeException failure(Exchange exchange, HeldOutput out, RuntimeException problem) {
        if (!out.released()) return problem;
        exchange.cut();
        return new AnswerCut(problem);
    }
}
