package org.modelgraph.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Terms and quads by chance: few, of all kinds, so that they meet often. No two literals that TDB2
 * 6.0.0 keeps in their ids have the same number in them: it takes {@code 1} and {@code true} for
 * the same where it looks for repetitions, and so can't tell what is right.
 */
final class RandomQuads {
    static final String NAMESPACE = "http://example.org/";

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final int THINGS = 9;
    private static final int PREDICATES = 5;
    private static final int GRAPHS = 3;

    private static final List<String> LITERALS =
            List.of(
                    "\"5\"^^<" + XSD + "integer>",
                    "\"05\"^^<" + XSD + "integer>",
                    "\"7\"^^<" + XSD + "int>",
                    "\"2\"^^<" + XSD + "integer>",
                    "\"-3\"^^<" + XSD + "long>",
                    "\"1.0\"^^<" + XSD + "decimal>",
                    "\"1.50\"^^<" + XSD + "decimal>",
                    "\"1.0\"^^<" + XSD + "double>",
                    "\"1.0E0\"^^<" + XSD + "double>",
                    "\"NaN\"^^<" + XSD + "float>",
                    "\"123456789012345678901234567890\"^^<" + XSD + "integer>",
                    "\"abc\"^^<" + XSD + "integer>",
                    "\"true\"^^<" + XSD + "boolean>",
                    "\"1\"^^<" + XSD + "boolean>",
                    "\"2026-01-31\"^^<" + XSD + "date>",
                    "\"2026-01-31T10:00:00Z\"^^<" + XSD + "dateTime>",
                    "\"2026-01-31T10:00:00.000Z\"^^<" + XSD + "dateTime>",
                    "\"x\"",
                    "\"X1\"",
                    "\"x\"@en",
                    "\"x\"@zh",
                    "\"1\"",
                    "\"\"",
                    "\"x\"^^<http://example.org/type>");

    private RandomQuads() {}

    static String thing(RandomGenerator chance) {
        return ":t" + chance.nextInt(THINGS);
    }

    static String predicate(RandomGenerator chance) {
        return ":p" + chance.nextInt(PREDICATES);
    }

    static String literal(RandomGenerator chance) {
        return LITERALS.get(chance.nextInt(LITERALS.size()));
    }

    private static String subject(RandomGenerator chance) {
        return chance.nextInt(6) == 0 ? "<_:b" + chance.nextInt(3) + ">" : thing(chance);
    }

    private static String object(RandomGenerator chance) {
        return switch (chance.nextInt(6)) {
            case 0, 1 -> literal(chance);
            case 2 -> ":p" + chance.nextInt(2);
            default -> subject(chance);
        };
    }

    /** A quad in the text of SPARQL's updates; now and then in the default graph. */
    static String quad(RandomGenerator chance, boolean defaultGraph) {
        var triple = subject(chance) + " " + predicate(chance) + " " + object(chance) + " .";
        return defaultGraph && chance.nextInt(6) == 0
                ? triple
                : "GRAPH :g" + chance.nextInt(GRAPHS) + " { " + triple + " }";
    }
}
