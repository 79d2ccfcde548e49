package org.modelgraph.mapping;

/**
 * A statement that two IRIs mean the same.
 *
 * @param predicate skos:exactMatch or owl:sameAs
 */
public record Link(String from, String predicate, String to) {}
