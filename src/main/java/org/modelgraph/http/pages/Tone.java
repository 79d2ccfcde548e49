package org.modelgraph.http.pages;

import org.modelgraph.browse.Value;
import org.modelgraph.sparql.Prefixes;

import java.util.Map;
import java.util.Set;

/** How a value looks: what is firm, what is partly so, and what is missing must differ at sight. */
public enum Tone {
    /** A value like any other. */
    PLAIN,
    /** A firm or good thing: measured, accepted, disclosed. */
    FULL,
    /** Something in between: relayed, promised, mixed. */
    HALF,
    /** Something missing or in doubt: withheld, speculated, disputed. */
    OPEN;

    private static final String CODE = Prefixes.BASE + "code/";
    private static final Map<String, Tone> CODES =
            Map.ofEntries(
                    Map.entry("measured", FULL),
                    Map.entry("stated", FULL),
                    Map.entry("accepted", FULL),
                    Map.entry("improved", FULL),
                    Map.entry("disclosed", FULL),
                    Map.entry("suited", FULL),
                    Map.entry("relayed", HALF),
                    Map.entry("mixed", HALF),
                    Map.entry("partly-disclosed", HALF),
                    Map.entry("promised", HALF),
                    Map.entry("caution", HALF),
                    Map.entry("unreviewed", HALF),
                    Map.entry("speculated", OPEN),
                    Map.entry("denied", OPEN),
                    Map.entry("disputed", OPEN),
                    Map.entry("worsened", OPEN),
                    Map.entry("withheld", OPEN),
                    Map.entry("unsuited", OPEN));
    private static final Set<String> NUMBERS =
            Set.of(
                    "xsd:integer",
                    "xsd:decimal",
                    "xsd:double",
                    "xsd:float",
                    "xsd:nonNegativeInteger",
                    "xsd:positiveInteger",
                    "xsd:int",
                    "xsd:long");

    /** The tone of a thing, by its IRI. */
    public static Tone of(String iri) {
        return iri.startsWith(CODE)
                ? CODES.getOrDefault(iri.substring(CODE.length()), PLAIN)
                : PLAIN;
    }

    /** The tone of what a property states: what a model withholds is missing. */
    public static Tone of(String property, String iri) {
        return property.equals(Prefixes.BASE + "ns/withholds") ? OPEN : of(iri);
    }

    /** True of a number. */
    public static boolean isNumber(Value value) {
        return value instanceof Value.Text text && NUMBERS.contains(text.datatype());
    }

    /** The name for style sheets. */
    public String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
