package org.modelgraph.http.pages;

import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.SavedQuery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The questions of a catalogue by topic, topics and questions in the catalogue's order. */
public record Questions(List<Topic> topics) {
    /** The questions on one topic. */
    public record Topic(String name, List<SavedQuery> questions) {}

    /** The questions of a catalogue. */
    public static Questions of(Catalog catalog) {
        return new Questions(
                catalog.queries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        SavedQuery::topic, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(e -> new Topic(e.getKey(), e.getValue()))
                        .toList());
    }

    /** The text of a question without the head that describes it. */
    public static String body(SavedQuery question) {
        return question.text()
                .lines()
                .dropWhile(line -> line.startsWith("#+") || line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
