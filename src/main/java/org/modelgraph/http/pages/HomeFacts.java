package org.modelgraph.http.pages;

import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.Catalog;

import java.util.List;

/**
 * What the front page tells of the graph.
 *
 * @param counts how many things of each kind there are, in the order of showing
 * @param examples things worth a first look
 * @param triples how many triples there are
 * @param version the state of the data
 * @param catalog the questions to start from
 */
public record HomeFacts(
        List<Count> counts, List<Thing> examples, long triples, String version, Catalog catalog) {
    /** How many things of a kind there are. */
    public record Count(Kind kind, long number) {}
}
