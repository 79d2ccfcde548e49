package org.modelgraph.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/** Expressions, orders and aggregates by chance, over few variables. */
final class RandomExpression {
    private static final List<String> VARIABLES = List.of("?a", "?b", "?c", "?d", "?e");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", ">=");

    private final RandomGenerator chance;

    RandomExpression(RandomGenerator chance) {
        this.chance = chance;
    }

    String variable() {
        return VARIABLES.get(chance.nextInt(VARIABLES.size()));
    }

    /** An order in which no two texts are the same, so that ARQ has no choice. */
    String order() {
        var by = "STR(" + variable() + ")";
        return " ORDER BY "
                + (chance.nextInt(3) == 0 ? "DESC(" + by + ")" : by)
                + (chance.nextBoolean() ? " STRLEN(STR(" + variable() + "))" : "");
    }

    String anyOrder() {
        return " ORDER BY " + variable() + " DESC(" + expression() + ")";
    }

    String slice() {
        return order()
                + " LIMIT "
                + (1 + chance.nextInt(20))
                + (chance.nextInt(3) == 0 ? " OFFSET " + chance.nextInt(5) : "");
    }

    String expression() {
        var one = variable();
        return switch (chance.nextInt(9)) {
            case 0 -> "STR(" + one + ")";
            case 1 -> "COALESCE(" + one + ", " + variable() + ")";
            case 2 -> "IF(isIRI(" + one + "), " + one + ", " + variable() + ")";
            case 3 -> one + " + 1";
            case 4 -> "STRLEN(STR(" + one + "))";
            case 5 -> RandomQuads.literal(chance);
            case 6 -> "IRI(STR(" + one + "))";
            case 7 -> one + " * " + variable();
            default -> "CONCAT(STR(" + one + "), STR(" + variable() + "))";
        };
    }

    String aggregate() {
        var of = variable();
        return switch (chance.nextInt(8)) {
            case 5 -> "(MIN(" + of + ") AS ?n)";
            case 6 -> "(MAX(" + of + ") AS ?n)";
            case 7 -> "(AVG(" + of + ") AS ?n)";
            case 0 -> "(COUNT(" + of + ") AS ?n)";
            case 1 -> "(COUNT(DISTINCT " + of + ") AS ?n)";
            case 2 -> "(SUM(" + of + ") AS ?n)";
            case 3 -> "(COUNT(DISTINCT *) AS ?n)";
            default -> "(COUNT(*) AS ?n) (COUNT(DISTINCT " + of + ") AS ?m)";
        };
    }

    String condition() {
        var one = variable();
        return switch (chance.nextInt(17)) {
            case 12 -> "REGEX(" + one + ", \"^x\")";
            case 13 -> "STRSTARTS(LCASE(STR(" + one + ")), \"x\")";
            case 14 -> "CONTAINS(UCASE(" + one + "), \"X\")";
            case 15 -> "REGEX(LCASE(" + one + "), \"X|1$\", \"i\")";
            case 16 -> "REGEX(STR(UCASE(" + one + ")), STR(" + variable() + "))";
            case 9 -> "STRSTARTS(" + one + ", \"x\")";
            case 10 -> "LANG(" + one + ") = \"en\"";
            case 11 -> "STRENDS(STR(" + one + "), \"1\")";
            case 0 -> one + " " + comparison() + " " + variable();
            case 1 -> one + " " + comparison() + " " + RandomQuads.literal(chance);
            case 2 -> "isLiteral(" + one + ")";
            case 3 -> "BOUND(" + one + ")";
            case 4 -> "!BOUND(" + one + ") || " + variable() + " = " + RandomQuads.thing(chance);
            case 5 -> one + " IN (" + RandomQuads.thing(chance) + ", 1)";
            case 6 -> "sameTerm(" + one + ", " + variable() + ")";
            case 7 -> "CONTAINS(STR(" + one + "), \"1\")";
            default -> "REGEX(STR(" + one + "), \"x\", \"i\")";
        };
    }

    private String comparison() {
        return COMPARISONS.get(chance.nextInt(COMPARISONS.size()));
    }
}
