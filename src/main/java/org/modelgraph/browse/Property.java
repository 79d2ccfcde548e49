package org.modelgraph.browse;

import java.util.List;

/**
 * All statements about a thing by one property.
 *
 * @param property the property
 * @param help what the property means, in the reader's language; empty where the graph does not say
 */
public record Property(Thing property, String help, List<Statement> statements) {}
