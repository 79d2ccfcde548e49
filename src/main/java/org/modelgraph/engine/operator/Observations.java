package org.modelgraph.engine.operator;

import java.util.IdentityHashMap;

/** What the parts of a plan did in one run. */
public final class Observations {
    private final IdentityHashMap<Stage, Observation> parts = new IdentityHashMap<>();

    /** What a part did; nothing where it was not needed. */
    public Observation of(Stage part) {
        return parts.computeIfAbsent(part, _ -> new Observation());
    }

    Operator around(Stage part, Operator operator) {
        var observation = of(part);
        return batch -> {
            var begin = System.nanoTime();
            var more = operator.fill(batch);
            observation.add(batch, System.nanoTime() - begin);
            return more;
        };
    }
}
