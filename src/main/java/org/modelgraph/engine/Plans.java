package org.modelgraph.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.plan.Question;
import org.modelgraph.engine.snapshot.Snapshot;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The plans that were made for one snapshot, for algebra that comes back: a plan holds numbers and
 * indexes of its snapshot, so all of them go when another snapshot takes its place, or when memory
 * runs short. Safe for several threads.
 */
public final class Plans {
    private static final Symbol KEPT = Symbol.create("urn:modelgraph:kept-plan");
    private static final int MOST = 2000;

    private volatile SoftReference<Kept> newest = new SoftReference<>(null);

    /** Plans by the identity of what they answer. */
    private record Kept(Snapshot snapshot, Cache<Op, Optional<Question>> questions) {
        static Kept of(Snapshot snapshot) {
            return new Kept(snapshot, Caffeine.newBuilder().weakKeys().maximumSize(MOST).build());
        }
    }

    /** Has the plan of an operation kept, since the same object will come again. */
    public static void keepFor(Op op, Context context) {
        context.set(KEPT, op);
    }

    @SuppressWarnings("ReferenceEquality") // the same object comes again
    private static boolean isKept(Op op, Context context) {
        return context.get(KEPT) == op;
    }

    /**
     * The question that an operation asks, if the engine knows it: the one that is kept, else one
     * that is made. A plan with terms that the snapshot does not have is good for one run.
     */
    Optional<Question> question(
            Op op,
            Context context,
            Snapshot snapshot,
            Terms terms,
            Supplier<Optional<Question>> making) {
        if (!isKept(op, context)) return making.get();
        var questions = of(snapshot).questions();
        var kept = questions.getIfPresent(op);
        if (kept != null) return kept;
        var made = making.get();
        if (terms.areAllKnown()) questions.put(op, made);
        return made;
    }

    private Kept of(Snapshot snapshot) {
        var held = newest.get();
        if (held != null && held.snapshot() == snapshot) return held;
        var fresh = Kept.of(snapshot);
        newest = new SoftReference<>(fresh);
        return fresh;
    }
}
