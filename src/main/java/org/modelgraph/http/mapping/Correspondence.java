package org.modelgraph.http.mapping;

import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.http.Site;
import org.modelgraph.mapping.Equivalences;
import org.modelgraph.mapping.Mappings;

import java.util.Optional;
import java.util.function.BiFunction;

/** The mappings and equivalences of the present state; read once for each state. */
public final class Correspondence {
    private final Site site;
    private volatile Optional<Held> held = Optional.empty();

    private record Held(Version version, Mappings mappings, Equivalences equivalences) {}

    /** What corresponds in the store of a site. */
    public Correspondence(Site site) {
        this.site = site;
    }

    /** Work on one state of the store and what corresponds in it. */
    interface Work<T> extends BiFunction<View, Correspondence.State, T> {}

    /** What corresponds in one state. */
    record State(Mappings mappings, Equivalences equivalences) {}

    <T> T read(Work<T> work) {
        return site.read(view -> work.apply(view, state(view)));
    }

    private State state(View view) {
        var now = held.filter(h -> h.version.equals(view.version()));
        if (now.isEmpty()) {
            var graph = view.everything();
            now = Optional.of(new Held(view.version(), Mappings.of(graph), Equivalences.of(graph)));
            held = now;
        }
        return new State(now.get().mappings, now.get().equivalences);
    }
}
