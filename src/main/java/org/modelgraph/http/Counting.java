package org.modelgraph.http;

import org.modelgraph.graph.View;
import org.modelgraph.workbench.Census;

import java.util.Optional;

/** The census of the store, taken when it is asked for and kept as long as the state stays. */
public final class Counting {
    private volatile Optional<Census> held = Optional.empty();

    /** The census of one state of the store. */
    public Census of(View view) {
        var census = held;
        if (census.isPresent() && census.get().version().equals(view.version()))
            return census.get();
        var fresh = Census.of(view);
        held = Optional.of(fresh);
        return fresh;
    }
}
