package org.modelgraph.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Figures of one server by what they are of, each taken several times. */
final class Figures {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void note(String what, double value) {
        values.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
    }

    /** What there are figures of, in the order of their first. */
    Set<String> names() {
        return values.keySet();
    }

    OptionalDouble median(String what) {
        var all = values.getOrDefault(what, List.of());
        return all.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Samples.quantile(all, 0.5));
    }
}
