package org.modelgraph.engine;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.modelgraph.engine.operator.Execution;
import org.modelgraph.engine.operator.Start;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.plan.Question;
import org.modelgraph.engine.plan.Scope;
import org.modelgraph.engine.snapshot.Snapshot;
import org.modelgraph.engine.snapshot.Storage;

import java.util.Optional;
import java.util.function.Function;

/**
 * Answers operations of ARQ's algebra from a snapshot: the largest that it knows as a whole, and
 * leaves the others to ARQ, which comes back with their parts.
 */
public final class Engine {
    private final Snapshot snapshot;
    private final Storage storage;
    private final Scope scope;
    private final Plans plans;

    /**
     * An engine for queries in the transaction of this thread.
     *
     * @param snapshot of the version that the transaction sees
     * @param scope how the algebra says that it means all graphs
     * @param plans keeps plans from one query to the next
     */
    public Engine(Snapshot snapshot, Storage storage, Scope scope, Plans plans) {
        this.snapshot = snapshot;
        this.storage = storage;
        this.scope = scope;
        this.plans = plans;
    }

    /**
     * The rows of an operation, for the rows that come in; empty where it is ARQ's to answer.
     *
     * @param fallback how ARQ would answer it, for rows that only ARQ takes as TDB2 would
     */
    public Optional<QueryIterator> answer(
            Op op,
            QueryIterator input,
            ExecutionContext context,
            Function<QueryIterator, QueryIterator> fallback) {
        var terms = new Terms(snapshot, storage);
        if (!input.isJoinIdentity())
            return Question.ofPattern(op, scope, snapshot, terms)
                    .map(q -> new SeededRows(q, input, execution(q, terms, context), fallback));
        var question =
                plans.question(
                        op,
                        context.getContext(),
                        snapshot,
                        terms,
                        () -> Question.of(op, scope, snapshot, terms));
        question.ifPresent(_ -> input.close());
        return question.map(q -> {
            var run = execution(q, terms, context);
            EngineLog.of(context.getContext()).ifPresent(log -> run.observe(log.answer(op, q)));
            return rows(q, run);
        });
    }

    private Execution execution(Question question, Terms terms, ExecutionContext context) {
        return new Execution(
                snapshot, terms, context, question.variables(), question.variables().size() + 1);
    }

    private static QueryIterator rows(Question question, Execution run) {
        var operator = question.plan().open(new Start(run), run);
        return new Rows(operator, question.shown(), run);
    }
}
