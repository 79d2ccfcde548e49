package org.modelgraph.browse;

import java.util.List;

/**
 * One statement about a thing.
 *
 * @param value what is stated
 * @param graphs the graphs that state it
 */
public record Statement(Value value, List<Thing> graphs) {}
