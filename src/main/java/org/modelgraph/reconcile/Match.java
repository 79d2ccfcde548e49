package org.modelgraph.reconcile;

import org.apache.jena.graph.Node;
import org.modelgraph.naming.Named;

import java.util.Map;

/**
 * A thing that may be meant.
 *
 * @param score how likely it is, from 0 to 100
 * @param certain true of the only thing that is called so, where nothing speaks against it
 * @param features what the score is made of
 */
public record Match(Named thing, double score, boolean certain, Features features) {
    /**
     * What speaks for a match.
     *
     * @param name how much the names look alike, from 0 to 100
     * @param exact true where the thing is called so, but for case, white space and punctuation
     * @param numbers true where the numbers in the names are the same
     * @param properties for each property that was given, 1 where a value agrees, 0 where none
     *     does, 0.5 where the graph has none
     */
    public record Features(
            double name, boolean exact, boolean numbers, Map<Node, Double> properties) {}
}
