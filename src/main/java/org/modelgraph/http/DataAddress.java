package org.modelgraph.http;

import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.util.Optional;

/**
 * What stands behind {@code /data/}: a thing of ours, and the ending of a format where there is
 * one.
 */
record DataAddress(String iri, Optional<Format> format) {
    static DataAddress of(String path) {
        var dot = path.lastIndexOf('.');
        var named =
                dot < 0 ? Optional.<Format>empty() : Format.ofExtension(path.substring(dot + 1));
        return new DataAddress(
                Prefixes.BASE + (named.isPresent() ? path.substring(0, dot) : path), named);
    }
}
