package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.Optional;

/**
 * The value of a plain property of a thing.
 *
 * @param attribute the local name of the property, such as {@code developedBy}
 * @param thing the value where it is a thing
 * @param text the value where it is a literal, else what the thing is called
 */
record AttributeFacts(String attribute, Optional<Thing> thing, String text) {
    static AttributeFacts of(String attribute, Thing thing) {
        return new AttributeFacts(attribute, Optional.of(thing), thing.label());
    }

    static AttributeFacts of(String attribute, Node literal) {
        return new AttributeFacts(attribute, Optional.empty(), literal.getLiteralLexicalForm());
    }
}
