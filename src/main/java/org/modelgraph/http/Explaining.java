package org.modelgraph.http;

import org.modelgraph.engine.EngineLog;
import org.modelgraph.engine.plan.PlanStep;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers {@code explain=true}: the query runs to its end, and instead of its rows comes who did
 * what for them.
 */
final class Explaining {
    private final Site site;
    private final QueryLane lane;

    Explaining(Site site, QueryLane lane) {
        this.site = site;
        this.lane = lane;
    }

    /** True of a request that wants to be told how its query is answered. */
    static boolean isWanted(Exchange exchange) {
        return switch (exchange.parameter("explain").orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Problem.of(
                                    Problem.Kind.BAD_REQUEST,
                                    "The parameter explain is neither true nor false.")
                            .hint("Leave it out, or send explain=true to see how a query ran.");
        };
    }

    void answer(Exchange exchange, QueryTask task) {
        var explained =
                lane.run(
                        exchange,
                        task.query(),
                        () -> site.store().read(view -> explain(view, task)));
        CatalogEndpoint.json(exchange, explained);
    }

    private static Map<String, Object> explain(View view, QueryTask task) {
        var log = new EngineLog();
        var begin = System.nanoTime();
        try (var answer = task.start(view, log::in)) {
            var members = new LinkedHashMap<String, Object>();
            members.put("rows", size(answer));
            members.put("milliseconds", (System.nanoTime() - begin) / 1e6);
            members.put("wholeInEngine", log.isWhole());
            members.put("operations", log.entries().stream().map(Explaining::entry).toList());
            return members;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw task.problem(e);
        }
    }

    private static long size(Answer answer) {
        var size = 0L;
        switch (answer) {
            case Answer.Rows rows -> {
                for (; rows.rows().hasNext(); size++) rows.rows().next();
            }
            case Answer.Triples triples -> {
                for (; triples.triples().hasNext(); size++) triples.triples().next();
            }
            case Answer.Truth _ -> size = 1;
        }
        return size;
    }

    private static Map<String, Object> entry(EngineLog.Entry entry) {
        var members = new LinkedHashMap<String, Object>();
        members.put("operation", entry.name());
        members.put("by", entry.plan().isPresent() ? "engine" : "arq");
        members.put("rows", entry.rows());
        members.put("milliseconds", entry.milliseconds());
        entry.plan().ifPresent(plan -> members.put("plan", step(plan)));
        return members;
    }

    private static Map<String, Object> step(PlanStep step) {
        var members = new LinkedHashMap<String, Object>();
        members.put("step", step.name());
        if (!step.variables().isEmpty()) members.put("variables", step.variables());
        step.estimate().ifPresent(estimate -> members.put("estimate", Math.round(estimate)));
        members.put("rows", step.rows());
        members.put("milliseconds", step.milliseconds());
        if (!step.parts().isEmpty())
            members.put("parts", step.parts().stream().map(Explaining::step).toList());
        return members;
    }
}
