package org.modelgraph.engine;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.engine.operator.Observations;
import org.modelgraph.engine.plan.PlanStep;
import org.modelgraph.engine.plan.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which operations of one execution the engine answered, which were left to ARQ, and how. */
public final class EngineLog {
    private static final Symbol SYMBOL = Symbol.create("urn:modelgraph:engine-log");

    /** More operations are not written down: an EXISTS begins some for each row. */
    private static final int MOST = 1000;

    private final List<Part> parts = new ArrayList<>();

    /** An operation, and how it was answered. */
    private record Part(
            Op op, Optional<Question> question, Observations observed, Counted counted) {}

    /** How many rows ARQ gave for an operation, and how long that took. */
    static final class Counted {
        long rows;
        long nanos;
    }

    /**
     * An operation that was executed.
     *
     * @param name of the operation in ARQ's algebra
     * @param plan what the engine did; empty where ARQ did it
     * @param milliseconds how long one waited for its rows, for what lies before it too
     */
    public record Entry(String name, Optional<PlanStep> plan, long rows, double milliseconds) {}

    /** Has the executions of a context write here. */
    public void in(Context context) {
        context.set(SYMBOL, this);
    }

    static Optional<EngineLog> of(Context context) {
        return Optional.ofNullable(context.get(SYMBOL));
    }

    /** The rows of an operation that ARQ answers; counted where somebody wants to know. */
    public static QueryIterator counted(
            Op op, ExecutionContext context, Supplier<QueryIterator> rows) {
        return of(context.getContext())
                .filter(log -> log.parts.size() < MOST)
                .<QueryIterator>map(log -> {
                    var counted = new Counted();
                    log.parts.add(new Part(op, Optional.empty(), new Observations(), counted));
                    return new CountedRows(rows.get(), counted);
                })
                .orElseGet(rows);
    }

    Observations answer(Op op, Question question) {
        var observed = new Observations();
        if (parts.size() < MOST)
            parts.add(new Part(op, Optional.of(question), observed, new Counted()));
        return observed;
    }

    /** The operations that the engine answered, in the order in which they began. */
    public List<Op> answered() {
        return parts.stream().filter(p -> p.question().isPresent()).map(Part::op).toList();
    }

    /** True where all of the query ran in the engine. */
    public boolean isWhole() {
        return !parts.isEmpty() && parts.getFirst().question().isPresent();
    }

    /** All that was executed, the outermost operation first. */
    public List<Entry> entries() {
        return parts.stream().map(EngineLog::entry).toList();
    }

    private static Entry entry(Part part) {
        var plan = part.question().map(q -> PlanStep.of(q, part.observed()));
        return new Entry(
                part.op().getName(),
                plan,
                plan.map(PlanStep::rows).orElse(part.counted().rows),
                plan.map(PlanStep::milliseconds).orElse(part.counted().nanos / 1e6));
    }
}
