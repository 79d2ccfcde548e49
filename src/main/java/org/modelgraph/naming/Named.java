package org.modelgraph.naming;

import org.apache.jena.graph.Node;

/**
 * A thing that can be meant by a name.
 *
 * @param node its IRI
 * @param kind the kind in its IRI, such as {@code model}
 * @param label what it is called in English
 * @param labelZh what it is called in Chinese
 * @param imported true for a thing that an import brought, false for one of the curated graph
 */
public record Named(Node node, String kind, String label, String labelZh, boolean imported) {}
