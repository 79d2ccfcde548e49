package org.modelgraph.graph;

import org.apache.jena.graph.Node;

import java.util.Collection;
import java.util.Optional;

/**
 * A commit that all have agreed to.
 *
 * @param touched the graphs that count as changed by it
 * @param receipt what is kept of the request, where it can be repeated
 */
public record Proposal(Change change, Collection<Node> touched, Optional<Receipt> receipt) {}
