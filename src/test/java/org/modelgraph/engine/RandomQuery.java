package org.modelgraph.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Queries by chance, over few variables and few terms so that much coincides. */
final class RandomQuery {
    private static final int MOST_DEPTH = 3;
    private static final List<String> VARIABLES = List.of("?a", "?b", "?c", "?d", "?e");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", ">=");

    private final RandomGenerator chance;

    RandomQuery(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A query in parts, so that it can be made smaller. */
    record Form(String head, Group where, String tail) {
        String text() {
            return "PREFIX : <" + RandomQuads.NAMESPACE + ">\n" + head + " " + where.text() + tail;
        }

        /** The forms that lack one part of this one. */
        List<Form> smaller() {
            return where.smaller().stream().map(w -> new Form(head, w, tail)).toList();
        }
    }

    /** A part of a group: text around groups. */
    record Part(String before, List<Group> groups, String between) {
        static Part of(String text) {
            return new Part(text, List.of(), "");
        }

        String text() {
            return before + groups.stream().map(Group::text).collect(Collectors.joining(between));
        }

        Stream<Part> smaller() {
            return IntStream.range(0, groups.size())
                    .boxed()
                    .flatMap(i -> groups.get(i).smaller().stream().map(g -> with(i, g)));
        }

        private Part with(int place, Group group) {
            var others = new ArrayList<>(groups);
            others.set(place, group);
            return new Part(before, others, between);
        }
    }

    /** A group in braces. */
    record Group(List<Part> parts) {
        String text() {
            return parts.stream().map(Part::text).collect(Collectors.joining("\n  ", "{ ", " }"));
        }

        List<Group> smaller() {
            var smaller = new ArrayList<Group>();
            for (var i = 0; i < parts.size(); i++) {
                var place = i;
                var without = new ArrayList<>(parts);
                without.remove(place);
                if (!without.isEmpty()) smaller.add(new Group(without));
                parts.get(i)
                        .smaller()
                        .forEach(p -> {
                            var others = new ArrayList<>(parts);
                            others.set(place, p);
                            smaller.add(new Group(others));
                        });
            }
            return smaller;
        }
    }

    Form next() {
        var where = group(0);
        return switch (chance.nextInt(10)) {
            case 0, 1, 2 -> new Form("SELECT *", where, "");
            case 3 -> new Form("SELECT " + variable() + " " + variable(), where, "");
            case 4 -> new Form("SELECT DISTINCT " + variable() + " " + variable(), where, "");
            case 5 -> new Form("SELECT (COUNT(*) AS ?n)", where, "");
            case 6 -> {
                var key = variable();
                yield new Form("SELECT " + key + " " + aggregate(), where, " GROUP BY " + key);
            }
            case 7 -> {
                var key = variable();
                yield new Form(
                        "SELECT " + key + " (COUNT(*) AS ?n)",
                        where,
                        " GROUP BY " + key + " HAVING (COUNT(*) > 1)");
            }
            case 8 -> new Form("ASK", where, "");
            default -> new Form("SELECT DISTINCT *", where, "");
        };
    }

    private String aggregate() {
        var of = variable();
        return switch (chance.nextInt(5)) {
            case 0 -> "(COUNT(" + of + ") AS ?n)";
            case 1 -> "(COUNT(DISTINCT " + of + ") AS ?n)";
            case 2 -> "(SUM(" + of + ") AS ?n)";
            case 3 -> "(COUNT(DISTINCT *) AS ?n)";
            default -> "(COUNT(*) AS ?n) (COUNT(DISTINCT " + of + ") AS ?m)";
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
            case 4, 5 -> Part.of("FILTER (" + condition() + ")");
            case 6 -> Part.of(values());
            case 7, 8, 9 -> new Part("OPTIONAL ", List.of(group(depth + 1)), "");
            case 10, 11 -> new Part("", List.of(group(depth + 1), group(depth + 1)), " UNION ");
            case 12 -> new Part("MINUS ", List.of(group(depth + 1)), "");
            case 13 ->
                    new Part(
                            chance.nextBoolean() ? "FILTER EXISTS " : "FILTER NOT EXISTS ",
                            List.of(group(depth + 1)),
                            "");
            case 14 -> new Part("", List.of(new Group(List.of(subselect(depth)))), "");
            default -> other(depth);
        };
    }

    private Part other(int depth) {
        return chance.nextBoolean()
                ? new Part("GRAPH ?g ", List.of(group(depth + 1)), "")
                : Part.of("BIND (STR(" + variable() + ") AS ?s" + chance.nextInt(1000) + ")");
    }

    private Part subselect(int depth) {
        var head = chance.nextBoolean() ? "SELECT DISTINCT " : "SELECT ";
        return new Part(head + variable() + " " + variable() + " ", List.of(group(depth + 1)), "");
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
        return chance.nextInt(6) == 0 ? variable() : RandomQuads.predicate(chance);
    }

    private String end(boolean subject) {
        if (chance.nextInt(4) > 0) return variable();
        if (chance.nextInt(8) == 0) return "[]";
        return subject || chance.nextBoolean()
                ? RandomQuads.thing(chance)
                : RandomQuads.literal(chance);
    }

    private String variable() {
        return VARIABLES.get(chance.nextInt(VARIABLES.size()));
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

    private String condition() {
        var one = variable();
        return switch (chance.nextInt(9)) {
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
