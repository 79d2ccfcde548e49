package org.modelgraph.sparql.result;

import org.apache.jena.riot.system.RiotChars;

import java.util.HashMap;
import java.util.Map;

/** The prefixes of a document, by which IRIs are short. */
final class ShortNames {
    /** No prefixes: every IRI stands in full. */
    static final ShortNames NONE = new ShortNames(Map.of());

    private final Map<String, String> prefixes = new HashMap<>();

    /**
     * Prefixes.
     *
     * @param namespaces prefix to namespace; a namespace ends with a slash or a hash
     */
    ShortNames(Map<String, String> namespaces) {
        namespaces.forEach((prefix, namespace) -> prefixes.put(namespace, prefix));
    }

    /**
     * Writes the short form of an IRI.
     *
     * @return false where it has none, and nothing was written
     */
    boolean write(String iri, Utf8Buffer out) {
        if (prefixes.isEmpty()) return false;
        var end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        var prefix = prefixes.get(iri.substring(0, end));
        if (prefix == null || !isPlain(iri, end)) return false;
        out.add(prefix);
        out.add(':');
        out.add(iri.substring(end));
        return true;
    }

    /** True of a local name (PN_LOCAL) that needs no escape. */
    private static boolean isPlain(String iri, int begin) {
        var last = iri.length() - 1;
        if (begin > last) return false;
        if (!isInner(iri.charAt(last)) || !isFirst(iri.charAt(begin))) return false;
        for (var i = begin + 1; i < last; i++)
            if (!isInner(iri.charAt(i)) && iri.charAt(i) != '.') return false;
        return true;
    }

    private static boolean isFirst(char c) {
        return !Character.isSurrogate(c) && (RiotChars.isPNChars_U(c) || RiotChars.isDigit(c));
    }

    private static boolean isInner(char c) {
        return !Character.isSurrogate(c) && RiotChars.isPNChars(c);
    }
}
