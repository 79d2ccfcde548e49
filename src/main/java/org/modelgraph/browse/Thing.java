package org.modelgraph.browse;

/**
 * Something with an IRI, and how to call it in the reader's language.
 *
 * @param iri its IRI
 * @param label its label, in the asked language or the nearest there is; the short name where the
 *     graph has no label for it
 * @param language the language of the label; empty where it has none
 */
public record Thing(String iri, String label, String language) {}
