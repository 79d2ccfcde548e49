package org.modelgraph.http.mapping;

import org.modelgraph.graph.View;
import org.modelgraph.http.Site;
import org.modelgraph.mapping.Equivalences;
import org.modelgraph.mapping.Mappings;

import java.util.function.BiFunction;
import java.util.function.Function;

/** The mappings and the equivalences of the present state. */
public final class Correspondence {
    private final Site site;
    private final OfState<Mappings> mappings = new OfState<>(v -> Mappings.of(v.everything()));
    private final OfState<Equivalences> equivalences =
            new OfState<>(v -> Equivalences.of(v.everything()));

    /** What corresponds in the store of a site. */
    public Correspondence(Site site) {
        this.site = site;
    }

    /** Work on one state of the store and the mappings in it. */
    <T> T mappings(BiFunction<View, Mappings, T> work) {
        return site.read(view -> work.apply(view, mappings.in(view)));
    }

    /** Work on what means the same in one state of the store. */
    <T> T equivalences(Function<Equivalences, T> work) {
        return site.read(view -> work.apply(equivalences.in(view)));
    }
}
