package org.modelgraph.http.reconcile;

import org.modelgraph.sparql.Prefixes;

/**
 * How things, classes and properties are called in the protocol: things of ours by what follows the
 * identifier space, such as {@code model/gpt-4}; classes and properties in short form, such as
 * {@code mg:Model}; all else by IRI. All forms are understood for all of them.
 */
final class Identifier {
    private Identifier() {}

    /** The identifier of a thing. */
    static String ofThing(String iri) {
        return iri.startsWith(Prefixes.BASE) ? iri.substring(Prefixes.BASE.length()) : iri;
    }

    /** The identifier of a class or a property. */
    static String ofTerm(String iri) {
        return Prefixes.shorten(iri).orElse(iri);
    }

    /** The IRI that an identifier stands for. */
    static String iri(String identifier) {
        var text = identifier.strip();
        return Prefixes.expand(text)
                .orElseGet(() ->
                        text.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? text : Prefixes.BASE + text);
    }
}
