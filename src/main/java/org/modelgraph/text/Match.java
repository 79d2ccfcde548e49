package org.modelgraph.text;

import org.apache.jena.graph.Node;

/**
 * A text of the graph that a search found.
 *
 * @param subject what the text is of
 * @param property what the text is for the subject
 * @param literal the text itself
 * @param graph the graph that has it; {@link org.apache.jena.sparql.core.Quad#defaultGraphIRI} for
 *     the default graph
 * @param score how well it fits, above 0; comparable within one search only (BM25)
 */
public record Match(Node subject, Node property, Node literal, Node graph, double score) {}
