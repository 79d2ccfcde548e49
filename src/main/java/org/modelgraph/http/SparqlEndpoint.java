package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The query operation of the SPARQL 1.1 Protocol at {@code /sparql}. */
final class SparqlEndpoint implements Endpoint {
    private final Site site;
    private final Admission queries;
    private final Access access;
    private final Duration longest;

    SparqlEndpoint(Site site, Admission queries, Access access, Duration longest) {
        this.site = site;
        this.queries = queries;
        this.access = access;
        this.longest = longest;
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
                ServiceDescription.of(site, site.publicBase(exchange), access.mayAnyoneWrite());
        site.sendGraph(exchange, description, format);
    }

    /** A query that may run, with all that was decided before it runs. */
    private record Task(
            SparqlRequest.Ask ask,
            QueryReader.Reading reading,
            Query query,
            Format format,
            Duration limit) {}

    private void answer(Exchange exchange, SparqlRequest.Ask ask) {
        var reading = new QueryReader(site.terms()).read(ask.text());
        Guard.check(reading.query());
        var query = Evaluation.withDataset(reading.query(), ask.defaultGraphs(), ask.namedGraphs());
        var format = Format.negotiate(ask.format(), exchange.accept(), kind(query));
        var limit = ask.timeout().filter(t -> t.compareTo(longest) < 0).orElse(longest);
        reading.warnings()
                .forEach(w ->
                        exchange.context().res().addHeader("Modelgraph-Warning", Headers.ascii(w)));
        var task = new Task(ask, reading, query, format, limit);
        if (format == Format.HTML) page(exchange, task);
        else stream(exchange, task);
    }

    private static Format.Kind kind(Query query) {
        if (query.isSelectType()) return Format.Kind.ROWS;
        return query.isAskType() ? Format.Kind.TRUTH : Format.Kind.TRIPLES;
    }

    private void page(Exchange exchange, Task task) {
        var html =
                queries.run(() ->
                        site.store()
                                .read(view -> {
                                    try (var answer = start(view, task)) {
                                        return new ResultPage(site, exchange, view)
                                                .render(
                                                        answer,
                                                        task.ask().text(),
                                                        task.reading().warnings());
                                    } catch (RuntimeException
                                            | StackOverflowError
                                            | OutOfMemoryError e) {
                                        throw Evaluation.problem(e, task.limit());
                                    }
                                }));
        exchange.page(200, html);
    }

    private void stream(Exchange exchange, Task task) {
        var out = exchange.answer(task.format());
        queries.run(() ->
                site.store()
                        .read(view -> {
                            try (var answer = start(view, task)) {
                                AnswerWriter.write(answer, task.format(), out);
                                out.finish();
                                return true;
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                                throw failure(exchange, out, e, task.limit());
                            }
                        }));
    }

    private static Answer start(View view, Task task) {
        return Evaluation.start(task.query(), view.target(task.query()), task.limit());
    }

    private static RuntimeException failure(
            Exchange exchange, HeldOutput out, Throwable failure, Duration limit) {
        var problem = Evaluation.problem(failure, limit);
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

        AnswerCut(Problem cause) {
            super(cause);
        }
    }
}
