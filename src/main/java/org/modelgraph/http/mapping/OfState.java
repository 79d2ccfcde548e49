package org.modelgraph.http.mapping;

import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;

import java.util.Optional;
import java.util.function.Function;

/** What is worked out from a state of the store; once for each state. */
final class OfState<T> {
    private final Function<View, T> work;
    private Optional<Held<T>> held = Optional.empty();

    private record Held<T>(Version version, T value) {}

    OfState(Function<View, T> work) {
        this.work = work;
    }

    synchronized T in(View view) {
        var now = held.filter(h -> h.version.equals(view.version()));
        if (now.isEmpty()) {
            now = Optional.of(new Held<>(view.version(), work.apply(view)));
            held = now;
        }
        return now.get().value;
    }
}
