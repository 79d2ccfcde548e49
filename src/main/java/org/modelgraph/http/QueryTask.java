package org.modelgraph.http;

import org.apache.jena.query.Query;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.Preparation;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.RowLimit;
import org.modelgraph.sparql.SparqlRequest;

import java.time.Duration;
import java.util.Optional;

/** A query that may run, with all that was decided before it runs. */
record QueryTask(
        SparqlRequest.Ask ask,
        QueryReader.Reading reading,
        Query query,
        Format format,
        Optional<ResultCache.Question> question,
        Duration limit,
        RowLimit rows,
        EngineChoice engine,
        Optional<Preparation> preparation,
        Runs.Run run) {
    Answer start(View view) {
        return rows.on(Evaluation.start(query, target(view), limit, run::begun));
    }

    /** What the query runs on. */
    Evaluation.Target target(View view) {
        return engine == EngineChoice.AUTO && preparation.isPresent()
                ? view.target(query, preparation.get())
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
