package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.RowLimit;
import org.modelgraph.sparql.ShortDescription;
import org.modelgraph.sparql.SparqlRequest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A query that may run, with all that was decided before it runs. */
record QueryTask(
        SparqlRequest.Ask ask,
        ReadQueries.Entry entry,
        Query query,
        Format format,
        Optional<ResultCache.Question> question,
        Duration limit,
        RowLimit rows,
        EngineChoice engine,
        Runs.Run run) {
    /** The same, to be done anew within another time. */
    QueryTask within(Duration other) {
        return new QueryTask(ask, entry, query, format, question, other, rows.anew(), engine, run);
    }

    /** True where the answer is expected so soon that it needs no turn on a lane. */
    boolean isBrief() {
        return entry.brevity().isExpected()
                && entry.normal().isPresent()
                && isAsRead()
                && engine == EngineChoice.AUTO
                && !ask.truncate()
                && limit.compareTo(Brevity.PATIENCE) > 0;
    }

    /** True where the request names no dataset, which would change the query. */
    private boolean isAsRead() {
        return ask.defaultGraphs().isEmpty() && ask.namedGraphs().isEmpty();
    }

    Answer start(View view) {
        return rows.on(start(view, _ -> {}));
    }

    /**
     * The same without a limit of rows.
     *
     * @param prepared has the context of what runs, before it runs
     */
    Answer start(View view, Consumer<Context> prepared) {
        return description(view, prepared).orElseGet(() -> asWritten(view, prepared));
    }

    /** Starts what the client wrote; DESCRIBE gives itself a pattern when it runs. */
    private Answer asWritten(View view, Consumer<Context> prepared) {
        var own = query.isDescribeType() ? query.cloneQuery() : query;
        return start(own, target(view), prepared);
    }

    private Answer start(Query asked, Evaluation.Target target, Consumer<Context> prepared) {
        prepared.accept(target.context());
        return Evaluation.start(asked, target, limit, run::begun);
    }

    /** The short way of a description, where there is one. */
    private Optional<Answer> description(View view, Consumer<Context> prepared) {
        if (entry.description().isEmpty()
                || engine != EngineChoice.AUTO
                || !isAsRead()
                || !view.isUnited()) return Optional.empty();
        var construct = entry.description().get().construct();
        var answer = start(construct, view.target(construct, entry.preparation()), prepared);
        var whole = Optional.<Answer>empty();
        try {
            whole = ShortDescription.whole((Answer.Triples) answer);
            return whole;
        } finally {
            if (whole.isEmpty()) answer.close();
        }
    }

    /** What the query runs on. */
    private Evaluation.Target target(View view) {
        return engine == EngineChoice.AUTO && isAsRead() && !query.isDescribeType()
                ? view.target(query, entry.preparation())
                : view.target(query, engine);
    }

    RuntimeException problem(Throwable failure) {
        return Evaluation.problem(run.explained(failure), limit);
    }

    /** What the client wants to be answered by; {@code engine=arq} forces the reference. */
    static EngineChoice engine(Exchange exchange) {
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
}
