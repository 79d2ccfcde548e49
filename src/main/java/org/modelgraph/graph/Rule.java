package org.modelgraph.graph;

import org.apache.jena.query.Query;

/**
 * One rule: a CONSTRUCT query whose triples go into the derived graph.
 *
 * @param name the name of its file, without ending
 * @param query the CONSTRUCT
 */
public record Rule(String name, Query query) {}
