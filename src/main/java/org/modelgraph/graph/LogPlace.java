package org.modelgraph.graph;

/**
 * A place in a log of commits that several stores share.
 *
 * @param log which log: a name without blank and colon
 * @param number the place in it, growing from entry to entry
 */
public record LogPlace(String log, long number) {
    private static final String SCHEME = "urn:modelgraph:log:";

    String toIri() {
        return SCHEME + log + ":" + number;
    }

    static LogPlace ofIri(String iri) {
        var colon = iri.lastIndexOf(':');
        return new LogPlace(
                iri.substring(SCHEME.length(), colon), Long.parseLong(iri.substring(colon + 1)));
    }
}
