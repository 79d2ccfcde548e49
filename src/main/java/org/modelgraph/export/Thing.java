package org.modelgraph.export;

import org.apache.jena.graph.Node;
import org.modelgraph.sparql.Prefixes;

/**
 * A thing that is mentioned.
 *
 * @param label what it is called in English
 */
public record Thing(Node node, String label) {
    /** Its IRI. */
    String iri() {
        return node.getURI();
    }

    /** The last part of its IRI. */
    String localName() {
        return iri().substring(iri().lastIndexOf('/') + 1);
    }

    /** Its kind and name, such as {@code model/gpt-4}; the whole IRI where it is not ours. */
    public String path() {
        return iri().startsWith(Prefixes.BASE) ? iri().substring(Prefixes.BASE.length()) : iri();
    }
}
