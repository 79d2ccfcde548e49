package org.modelgraph.browse;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.graph.Iris;
import org.modelgraph.sparql.Prefixes;

/**
 * What a list says of each of its things.
 *
 * @param key its name in addresses, such as {@code developer}
 * @param property the property that gives it
 * @param incoming true where the property leads to the thing, false where it leads from it
 * @param role what the list makes of it
 */
public record Field(String key, Node property, boolean incoming, Role role) {
    /** What a list makes of a field. */
    public enum Role {
        /** Things to narrow the list by, not shown in it. */
        FACET,
        /** Things to narrow the list by, shown in it. */
        SHOWN_FACET,
        /** How many things there are. */
        COUNT,
        /** A number. */
        NUMBER,
        /** A text, such as a date. */
        TEXT
    }

    static Field facet(String key, String property) {
        return new Field(key, node(property), false, Role.FACET);
    }

    static Field shown(String key, String property) {
        return new Field(key, node(property), false, Role.SHOWN_FACET);
    }

    static Field count(String key, String property) {
        return new Field(key, node(property), false, Role.COUNT);
    }

    static Field countOfIncoming(String key, String property) {
        return new Field(key, node(property), true, Role.COUNT);
    }

    static Field number(String key, String property) {
        return new Field(key, node(property), false, Role.NUMBER);
    }

    static Field text(String key, String property) {
        return new Field(key, node(property), false, Role.TEXT);
    }

    private static Node node(String name) {
        return name.contains(":")
                ? NodeFactory.createURI(Prefixes.expand(name).orElseThrow())
                : Iris.term(name);
    }

    /** True of a field that a list can be narrowed by. */
    public boolean isFacet() {
        return role == Role.FACET || role == Role.SHOWN_FACET;
    }

    /** True of a field that is a column of the list. */
    public boolean isColumn() {
        return role != Role.FACET;
    }

    /** True of a field whose values are numbers. */
    public boolean isNumeric() {
        return role == Role.COUNT || role == Role.NUMBER;
    }
}
