package org.modelgraph.graph;

import java.util.UUID;

/**
 * Which state of a store this is: an epoch, new for every store that is created, and a counter that
 * grows by one with every commit. Kept in the store itself, so that it survives restarts.
 *
 * @param epoch distinguishes this store from any other, past or future
 * @param number how many commits there have been, from 0
 */
public record Version(UUID epoch, long number) {
    private static final String SCHEME = "urn:modelgraph:version:";

    /** The version of a store that has just been created. */
    static Version initial() {
        return new Version(UUID.randomUUID(), 0);
    }

    Version next() {
        return new Version(epoch, number + 1);
    }

    /** This version as an IRI, from which {@link #ofIri} makes it again. */
    public String toIri() {
        return SCHEME + epoch + ":" + number;
    }

    /**
     * Reads a version.
     *
     * @throws IllegalArgumentException where the IRI is none of a version
     */
    public static Version ofIri(String iri) {
        var colon = iri.lastIndexOf(':');
        return new Version(
                UUID.fromString(iri.substring(SCHEME.length(), colon)),
                Long.parseLong(iri.substring(colon + 1)));
    }

    /** A short text, different for any two states of any two stores. */
    @Override
    public String toString() {
        return Long.toHexString(epoch.getMostSignificantBits()) + "-" + number;
    }
}
