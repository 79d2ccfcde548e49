package org.modelgraph.engine;

import org.modelgraph.engine.QueryForm.Group;
import org.modelgraph.engine.QueryForm.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries by chance, over few variables and few terms so that much coincides. */
final class RandomQuery {
    private static final int MOST_DEPTH = 3;

    private final RandomGenerator chance;
    private final RandomExpression expressions;
    private int tests;

    RandomQuery(RandomGenerator chance) {
        this.chance = chance;
        this.expressions = new RandomExpression(chance);
    }

    QueryForm next() {
        var where = group(0);
        return switch (chance.nextInt(13)) {
            case 0, 1, 2 -> new QueryForm("SELECT *", where, "");
            case 10 ->
                    new QueryForm(
                            "SELECT *",
                            where,
                            chance.nextBoolean() ? expressions.order() : expressions.anyOrder());
            case 11 ->
                    new QueryForm(
                            "SELECT " + variable() + " " + variable(), where, expressions.slice());
            case 12 -> computed(where);
            case 3 -> new QueryForm("SELECT " + variable() + " " + variable(), where, "");
            case 4 -> new QueryForm("SELECT DISTINCT " + variable() + " " + variable(), where, "");
            case 5 -> new QueryForm("SELECT (COUNT(*) AS ?n)", where, "");
            case 6 -> {
                var key = variable();
                yield new QueryForm(
                        "SELECT " + key + " " + expressions.aggregate(), where, " GROUP BY " + key);
            }
            case 7 -> {
                var key = variable();
                yield new QueryForm(
                        "SELECT " + key + " (COUNT(*) AS ?n)",
                        where,
                        " GROUP BY " + key + " HAVING (COUNT(*) > 1)");
            }
            case 8 -> new QueryForm("ASK", where, "");
            default -> new QueryForm("SELECT DISTINCT *", where, "");
        };
    }

    private QueryForm computed(Group where) {
        return switch (chance.nextInt(3)) {
            case 0 -> new QueryForm("SELECT DISTINCT " + variable(), where, expressions.slice());
            case 1 ->
                    new QueryForm(
                            "SELECT ?k " + expressions.aggregate(),
                            where,
                            " GROUP BY (" + expressions.expression() + " AS ?k) ORDER BY DESC(?k)");
            default ->
                    new QueryForm(
                            "SELECT " + variable() + " (" + expressions.expression() + " AS ?k)",
                            where,
                            expressions.order());
        };
    }

    private Group group(int depth) {
        var parts = new ArrayList<Part>();
        parts.add(triples());
        for (var i = chance.nextInt(3); i > 0; i--) parts.add(part(depth));
        return new Group(parts);
    }

    private Part part(int depth) {
        var choice = chance.nextInt(depth < MOST_DEPTH ? 16 : 7);
        return switch (choice) {
            case 0, 1 -> triples();
            case 2, 3 -> Part.of(end(true) + " " + path(0) + " " + end(false) + " .");
            case 4, 5 -> Part.of("FILTER (" + expressions.condition() + ")");
            case 6 -> Part.of(values());
            case 7, 8, 9 -> new Part("OPTIONAL ", List.of(group(depth + 1)), "");
            case 10, 11 -> new Part("", List.of(group(depth + 1), group(depth + 1)), " UNION ");
            case 12 -> new Part("MINUS ", List.of(group(depth + 1)), "");
            case 13 -> test(depth);
            case 14 -> new Part("", List.of(new Group(List.of(subselect(depth)))), "");
            default -> other(depth);
        };
    }

    /**
     * A pattern that is tested, without predicates from outside: ARQ fails where a blank node comes
     * to stand as one, and takes the failure for false.
     */
    private Part test(int depth) {
        tests++;
        var pattern = group(depth + 1);
        tests--;
        var test = chance.nextBoolean() ? "FILTER EXISTS " : "FILTER NOT EXISTS ";
        return switch (chance.nextInt(4)) {
            case 0 ->
                    new Part(
                            "BIND (EXISTS ",
                            List.of(pattern),
                            "",
                            " AS ?s" + chance.nextInt(1000) + ")");
            case 1 ->
                    new Part(
                            "FILTER (BOUND(" + variable() + ") || EXISTS ",
                            List.of(pattern),
                            "",
                            ")");
            default -> new Part(test, List.of(pattern), "");
        };
    }

    private Part other(int depth) {
        return switch (chance.nextInt(4)) {
            case 0 -> new Part("GRAPH ?g ", List.of(group(depth + 1)), "");
            case 1 -> new Part("GRAPH :g" + chance.nextInt(4) + " ", List.of(group(depth + 1)), "");
            default -> bind();
        };
    }

    /** A variable that is computed, and now and then stands in a pattern. */
    private Part bind() {
        var bound = "?s" + chance.nextInt(1000);
        var edge = bound + " " + RandomQuads.predicate(chance) + " " + variable() + " .";
        var use =
                switch (chance.nextInt(5)) {
                    case 0 -> " " + edge;
                    case 1, 2 -> " OPTIONAL { " + edge + " }";
                    default -> "";
                };
        return Part.of("BIND (" + expressions.expression() + " AS " + bound + ")" + use);
    }

    private Part subselect(int depth) {
        var key = variable();
        var where = List.of(group(depth + 1));
        return switch (chance.nextInt(5)) {
            case 0 ->
                    new Part("SELECT " + key + " (COUNT(*) AS ?i) ", where, "", " GROUP BY " + key);
            case 1 ->
                    new Part(
                            "SELECT " + key + " (MAX(" + variable() + ") AS ?j) ",
                            where,
                            "",
                            " GROUP BY " + key);
            case 2 -> new Part("SELECT DISTINCT " + key + " " + variable() + " ", where, "");
            case 3 ->
                    new Part(
                            "SELECT " + key + " (" + expressions.expression() + " AS ?q) ",
                            where,
                            "");
            default -> new Part("SELECT " + key + " " + variable() + " ", where, "");
        };
    }

    private Part triples() {
        return Part.of(
                IntStream.rangeClosed(0, chance.nextInt(3))
                        .mapToObj(_ -> triple())
                        .collect(Collectors.joining(" ")));
    }

    private String triple() {
        return end(true) + " " + predicate() + " " + end(false) + " .";
    }

    private String predicate() {
        if (chance.nextInt(6) > 0) return RandomQuads.predicate(chance);
        return tests > 0 ? "?y" : variable();
    }

    private String end(boolean subject) {
        if (chance.nextInt(4) > 0) return variable();
        if (chance.nextInt(8) == 0) return "[]";
        return subject || chance.nextBoolean()
                ? RandomQuads.thing(chance)
                : RandomQuads.literal(chance);
    }

    private String variable() {
        return expressions.variable();
    }

    private String path(int depth) {
        if (depth > 2) return RandomQuads.predicate(chance);
        return switch (chance.nextInt(9)) {
            case 0 -> "(" + path(depth + 1) + ")*";
            case 1 -> "(" + path(depth + 1) + ")+";
            case 2 -> "(" + path(depth + 1) + ")?";
            case 3 -> "(" + path(depth + 1) + "/" + path(depth + 1) + ")";
            case 4 -> "(" + path(depth + 1) + "|" + path(depth + 1) + ")";
            case 5 -> "^(" + path(depth + 1) + ")";
            case 6 ->
                    "!("
                            + RandomQuads.predicate(chance)
                            + "|^"
                            + RandomQuads.predicate(chance)
                            + ")";
            default -> RandomQuads.predicate(chance);
        };
    }

    private String values() {
        var one = variable();
        var rows =
                IntStream.rangeClosed(0, chance.nextInt(3))
                        .mapToObj(_ -> value() + " ")
                        .collect(Collectors.joining());
        return "VALUES " + one + " { " + rows + "}";
    }

    private String value() {
        return switch (chance.nextInt(5)) {
            case 0 -> "UNDEF";
            case 1 -> RandomQuads.literal(chance);
            default -> RandomQuads.thing(chance);
        };
    }
}
