package org.modelgraph.reconcile;

import org.apache.jena.graph.Node;

import java.util.List;
import java.util.Set;

/**
 * What a row of a table says of a thing.
 *
 * @param name its name; empty where only properties are known
 * @param kinds the kinds in the IRIs of what may be meant; any where it is empty
 * @param limit how many candidates are wanted at most
 */
public record NameQuery(String name, Set<String> kinds, int limit, List<Wanted> properties) {
    /**
     * What else the row says.
     *
     * @param property the property
     * @param values of which one is enough: things, or literals for names of things and for values
     */
    public record Wanted(Node property, List<Node> values) {}
}
