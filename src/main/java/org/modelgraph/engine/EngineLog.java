package org.modelgraph.engine;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which operations of one execution the engine was asked for, and which it answered. */
public final class EngineLog {
    private static final Symbol SYMBOL = Symbol.create("urn:modelgraph:engine-log");

    private final List<Op> asked = new ArrayList<>();
    private final List<Op> answered = new ArrayList<>();

    /** Has the executions of a context write here. */
    public void in(Context context) {
        context.set(SYMBOL, this);
    }

    static Optional<EngineLog> of(Context context) {
        return Optional.ofNullable(context.get(SYMBOL));
    }

    void ask(Op op) {
        asked.add(op);
    }

    void answer(Op op) {
        answered.add(op);
    }

    /** True where all of the query ran in the engine. */
    public boolean isWhole() {
        return !asked.isEmpty() && answered.contains(asked.getFirst());
    }

    /** The operations, in the order in which they began. */
    public List<Op> answered() {
        return List.copyOf(answered);
    }
}
