package org.modelgraph.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A query in parts, so that it can be made smaller. */
record QueryForm(String head, Group where, String tail) {
    String text() {
        return "PREFIX : <" + RandomQuads.NAMESPACE + ">\n" + head + " " + where.text() + tail;
    }

    /** True where the order of the rows is certain. */
    boolean isOrdered() {
        return tail.contains("ORDER BY STR(") || tail.contains("ORDER BY DESC(STR(");
    }

    /**
     * True where ARQ lets rows flow through an inner DISTINCT, which takes rows for the same that
     * differ in a blank node of the pattern before it only.
     */
    boolean losesRepetitions() {
        return text().contains("[]") && text().indexOf("SELECT DISTINCT", 40) > 0;
    }

    /** The forms that lack one part of this one. */
    List<QueryForm> smaller() {
        return where.smaller().stream().map(w -> new QueryForm(head, w, tail)).toList();
    }

    /** A part of a group: text around groups. */
    record Part(String before, List<Group> groups, String between, String after) {
        Part(String before, List<Group> groups, String between) {
            this(before, groups, between, "");
        }

        static Part of(String text) {
            return new Part(text, List.of(), "");
        }

        String text() {
            return groups.stream()
                    .map(Group::text)
                    .collect(Collectors.joining(between, before, after));
        }

        Stream<Part> smaller() {
            return IntStream.range(0, groups.size())
                    .boxed()
                    .flatMap(i -> groups.get(i).smaller().stream().map(g -> with(i, g)));
        }

        private Part with(int place, Group group) {
            var others = new ArrayList<>(groups);
            others.set(place, group);
            return new Part(before, others, between, after);
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
}
