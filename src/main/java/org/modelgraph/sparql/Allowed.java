package org.modelgraph.sparql;

import org.apache.jena.sparql.sse.Tags;
import org.apache.jena.vocabulary.XSD;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The extension functions, aggregates and property functions that a query may call. What is not
 * listed is refused: Jena would load classes by {@code java:} IRIs, wait, print, read settings of
 * the process, or match patterns without a limit.
 */
public final class Allowed {
    private static final String OURS = "https://w3id.org/modelgraph/";
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final String AFN = "http://jena.apache.org/ARQ/function#";
    private static final String ARQ_AGGREGATES = "http://jena.apache.org/ARQ/function/aggregate#";
    private static final String LISTS = "http://jena.apache.org/ARQ/list#";

    private static final Set<String> FUNCTIONS =
            Stream.of(
                            named(
                                    FN,
                                    "abs ceiling floor round boolean not concat contains"
                                            + " starts-with ends-with substring substring-before"
                                            + " substring-after string-length lower-case"
                                            + " upper-case normalize-space encode-for-uri"
                                            + " year-from-dateTime month-from-dateTime"
                                            + " day-from-dateTime hours-from-dateTime"
                                            + " minutes-from-dateTime seconds-from-dateTime"
                                            + " timezone-from-dateTime year-from-date"
                                            + " month-from-date day-from-date"
                                            + " hours-from-time minutes-from-time"
                                            + " seconds-from-time days-from-duration"
                                            + " hours-from-duration minutes-from-duration"
                                            + " seconds-from-duration years-from-duration"
                                            + " months-from-duration"),
                            named(MATH, "pi exp exp10 log log10 pow sqrt sin cos tan asin acos"),
                            named(MATH, "atan atan2"),
                            named(AFN, "localname namespace e pi min max sqrt sha1sum strlen"),
                            named(AFN, "substr substring bnode"))
                    .flatMap(names -> names)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PROPERTIES =
            named(LISTS, "member index length").collect(Collectors.toUnmodifiableSet());

    private static final Set<String> VOLATILE =
            Set.of(Tags.tagNow, Tags.tagRand, Tags.tagUUID, Tags.tagStrUUID, Tags.tagBNode);

    private Allowed() {}

    private static Stream<String> named(String namespace, String names) {
        return Stream.of(names.split(" ")).map(name -> namespace + name);
    }

    /** True of a function or an aggregate that may be called. */
    static boolean function(String iri) {
        return iri.startsWith(XSD.getURI())
                || iri.startsWith(OURS)
                || iri.startsWith(ARQ_AGGREGATES)
                || FUNCTIONS.contains(iri);
    }

    /**
     * True of an IRI that may stand as a predicate: of data, or of a harmless property function.
     */
    static boolean predicate(String iri) {
        var functional =
                iri.startsWith("java:")
                        || iri.startsWith("http://jena.apache.org/ARQ/")
                        || iri.startsWith("http://jena.hpl.hp.com/ARQ/");
        return !functional || PROPERTIES.contains(iri);
    }

    /** The functions that may be called by their IRIs, casts and those of modelgraph aside. */
    public static Set<String> functions() {
        return FUNCTIONS;
    }

    /** True of a built-in function, by Jena's name for it, that gives another value each time. */
    static boolean isVolatile(String symbol) {
        return VOLATILE.contains(symbol);
    }

    /** True of a built-in function, by Jena's name for it, that may be called. */
    static boolean builtIn(String symbol) {
        return !symbol.equals(Tags.tagCall);
    }
}
