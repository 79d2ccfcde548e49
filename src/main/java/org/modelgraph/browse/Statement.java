package org.modelgraph.browse;

import java.util.List;
import java.util.Optional;

/**
 * One statement about a thing.
 *
 * @param value what is stated
 * @param graphs the graphs that state it
 * @param derivation the parameters by which {@code /derivation} tells why it holds, where it was
 *     derived
 */
public record Statement(Value value, List<Thing> graphs, Optional<String> derivation) {
    /** A statement of which nobody asks why. */
    public Statement(Value value, List<Thing> graphs) {
        this(value, graphs, Optional.empty());
    }
}
