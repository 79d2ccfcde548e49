package org.modelgraph.catalog;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A question as somebody asks it.
 *
 * @param question the question
 * @param given the values of its parameters, by name; what is not given keeps its default
 * @param page which part of the answer is wanted
 */
public record Asking(SavedQuery question, Map<String, List<String>> given, Page page) {
    /** The most rows that {@code limit} can ask for. */
    public static final int LONGEST = 10_000;

    /** What stands in an address beside the parameters of a question. */
    private static final Set<String> RESERVED = Set.of("limit", "offset", "lang", "format");

    /**
     * A part of an answer.
     *
     * @param limit how many rows at most; all where it is empty
     * @param offset how many rows come before it
     */
    public record Page(OptionalInt limit, int offset) {
        /** The whole answer. */
        public static final Page WHOLE = new Page(OptionalInt.empty(), 0);
    }

    /**
     * Reads the parameters of an address. A parameter that is left empty, as forms send it, keeps
     * its default.
     *
     * @throws Problem of kind {@link Problem.Kind#BAD_REQUEST} where the question has no such
     *     parameter or a value does not fit it
     */
    public static Asking of(SavedQuery question, List<Parameter> parameters) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var parameter : parameters) {
            if (RESERVED.contains(parameter.name()) || parameter.value().isBlank()) continue;
            given.computeIfAbsent(parameter.name(), _ -> new ArrayList<>())
                    .add(parameter.value().strip());
        }
        var asking = new Asking(question, given, page(parameters));
        asking.text();
        return asking;
    }

    private static Page page(List<Parameter> parameters) {
        var limit = number(parameters, "limit", 1, LONGEST);
        var offset = number(parameters, "offset", 0, Integer.MAX_VALUE / 2);
        return new Page(limit, offset.orElse(0));
    }

    private static OptionalInt number(
            List<Parameter> parameters, String name, int least, int most) {
        for (var parameter : parameters) {
            if (!parameter.name().equals(name) || parameter.value().isBlank()) continue;
            var text = parameter.value().strip();
            if (text.matches("\\d{1,9}")) {
                var number = Integer.parseInt(text);
                if (number >= least && number <= most) return OptionalInt.of(number);
            }
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The parameter " + name + " can't be '" + text + "'.")
                    .hint("It is a whole number from " + least + " to " + most + ".");
        }
        return OptionalInt.empty();
    }

    /** The query that is asked, head left out. */
    public String text() {
        return body(question.with(given));
    }

    /** The values of a parameter: what is given, else the default. */
    public List<String> values(QueryParameter parameter) {
        return given.getOrDefault(parameter.name(), question.defaultsOf(parameter));
    }

    private static String body(String text) {
        var lines = text.lines().toList();
        var head = lines.stream().takeWhile(l -> l.startsWith("#+") || l.isBlank()).count();
        return String.join("\n", lines.subList((int) head, lines.size()));
    }
}
