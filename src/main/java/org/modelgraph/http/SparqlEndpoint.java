package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.RowLimit;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.result.AnswerOutput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** The query operation of the SPARQL 1.1 Protocol at {@code /sparql}. */
final class SparqlEndpoint implements Endpoint {
    private static final String TRUNCATED = "Modelgraph-Truncated";

    private final Site site;
    private final QueryLane lane;
    private final Access access;
    private final Limits limits;

    SparqlEndpoint(Site site, QueryLane lane, Access access, Limits limits) {
        this.site = site;
        this.lane = lane;
        this.access = access;
        this.limits = limits;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/sparql", this::handle);
        routing.post("/sparql", this::handle);
        routing.query("/sparql", this::handle);
    }

    void handle(Exchange exchange) {
        var body =
                exchange.method().equals("GET") || exchange.method().equals("HEAD")
                        ? ""
                        : exchange.text();
        var request =
                SparqlRequest.of(
                        exchange.method(), exchange.parameters(), exchange.contentType(), body);
        switch (request) {
            case SparqlRequest.ServiceDescription description -> describe(exchange, description);
            case SparqlRequest.Ask ask -> answer(exchange, ask);
        }
    }

    private void describe(Exchange exchange, SparqlRequest.ServiceDescription request) {
        var format = Format.negotiate(request.format(), exchange.accept(), Format.Kind.PAGE);
        if (format == Format.HTML) {
            exchange.page(200, site.pages().queryForm(site.frame(exchange), "", site.catalog()));
            return;
        }
        var description =
                ServiceDescription.of(
                        site, site.publicBase(exchange), access.mayAnyoneWrite(), limits);
        site.sendGraph(exchange, description, format);
    }

    /** A query that may run, with all that was decided before it runs. */
    private record Task(
            SparqlRequest.Ask ask,
            QueryReader.Reading reading,
            Query query,
            Format format,
            Duration limit,
            RowLimit rows,
            EngineChoice engine,
            Runs.Run run) {
        Answer start(View view) {
            return rows.on(Evaluation.start(query, view.target(query, engine), limit, run::begun));
        }

        RuntimeException problem(Throwable failure) {
            return Evaluation.problem(run.explained(failure), limit);
        }
    }

    /** Answers a query. */
    void answer(Exchange exchange, SparqlRequest.Ask ask) {
        lane.charge(
                exchange,
                () -> {
                    var reader = new QueryReader(site.terms());
                    answer(exchange, ask, lane.read(() -> reader.read(ask.text())));
                    return true;
                });
    }

    private void answer(Exchange exchange, SparqlRequest.Ask ask, QueryReader.Reading reading) {
        var query = Evaluation.withDataset(reading.query(), ask.defaultGraphs(), ask.namedGraphs());
        var format = Format.negotiate(ask.format(), exchange.accept(), kind(query));
        var limit = lane.limit(ask.timeout());
        reading.warnings()
                .forEach(w ->
                        exchange.context().res().addHeader("Modelgraph-Warning", Headers.ascii(w)));
        var rows = lane.rowLimit(ask.truncate());
        var engine = engine(exchange);
        lane.watch(
                query,
                () -> {
                    try (var run = lane.runs().enter(exchange.parameter("run"))) {
                        var task = new Task(ask, reading, query, format, limit, rows, engine, run);
                        if (format == Format.HTML) page(exchange, task);
                        else stream(exchange, task);
                        return true;
                    }
                });
    }

    /** What the client wants to be answered by; {@code engine=arq} forces the reference. */
    private static EngineChoice engine(Exchange exchange) {
        return switch (exchange.parameter("engine").orElse("auto")) {
            case "auto" -> EngineChoice.AUTO;
            case "arq" -> EngineChoice.ARQ;
            default ->
                    throw Problem.of(
                                    Problem.Kind.BAD_REQUEST,
                                    "The parameter engine is neither auto nor arq.")
                            .hint("Leave it out, or send engine=arq to force the reference.");
        };
    }

    private static Format.Kind kind(Query query) {
        if (query.isSelectType()) return Format.Kind.ROWS;
        return query.isAskType() ? Format.Kind.TRUTH : Format.Kind.TRIPLES;
    }

    private void page(Exchange exchange, Task task) {
        var html =
                lane.run(
                        exchange,
                        () ->
                                site.store()
                                        .read(view -> {
                                            try (var answer = task.start(view)) {
                                                return new ResultPage(site, exchange, view)
                                                        .render(
                                                                answer,
                                                                task.ask().text(),
                                                                task.reading().warnings());
                                            } catch (RuntimeException
                                                    | StackOverflowError
                                                    | OutOfMemoryError e) {
                                                throw task.problem(e);
                                            }
                                        }));
        exchange.page(200, html);
    }

    private void stream(Exchange exchange, Task task) {
        var out = exchange.answer(task.format());
        if (task.ask().truncate()) announceTruncation(exchange, task.rows());
        lane.run(
                exchange,
                () ->
                        site.store()
                                .read(view -> {
                                    try (var answer = task.start(view);
                                            var output = AnswerOutput.to(out);
                                            var _ = lane.pushing().on(output);
                                            var _ = lane.cutting().after(task.limit(), exchange)) {
                                        AnswerWriter.write(answer, task.format(), output);
                                        task.run().requireWhole();
                                        out.finish();
                                        if (answer instanceof Answer.Rows rows)
                                            lane.figures().rows(rows.rows().getRowNumber());
                                        return true;
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    } catch (RuntimeException
                                            | StackOverflowError
                                            | OutOfMemoryError e) {
                                        throw failure(exchange, out, task.problem(e));
                                    }
                                }));
    }

    /** Says behind the body whether it is whole (RFC 9110 §6.5). */
    private static void announceTruncation(Exchange exchange, RowLimit rows) {
        exchange.context().header("Trailer", TRUNCATED);
        exchange.context()
                .res()
                .setTrailerFields(() -> Map.of(TRUNCATED, String.valueOf(rows.truncated())));
    }

    private static RuntimeException failure(
            Exchange exchange, HeldOutput out, RuntimeException problem) {
        if (!out.released()) return problem;
        exchange.cut();
        return new AnswerCut(problem);
    }

    /**
     * An answer that broke off after its first bytes had gone: the connection is closed, and no
     * more can be told.
     */
    static final class AnswerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AnswerCut(RuntimeException cause) {
            super(cause);
        }
    }
}
