package org.modelgraph.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What programs are told of a question: a value made of maps and lists, to be written as JSON. */
public final class QuestionDocument {
    private QuestionDocument() {}

    /**
     * A question.
     *
     * @param base the address of the server, without a slash at its end
     */
    public static Map<String, Object> of(SavedQuery question, String base) {
        var document = new LinkedHashMap<String, Object>();
        document.put("id", question.id());
        document.put("topic", question.topic());
        document.put("title", question.title());
        document.put("description", question.description());
        document.put("tags", question.tags());
        document.put("view", question.view().name().toLowerCase(Locale.ROOT));
        document.put(
                "parameters",
                question.parameters().stream().map(p -> parameter(question, p)).toList());
        document.put("answer", base + "/api/queries/" + question.id());
        document.put("page", base + "/queries/" + question.id());
        return document;
    }

    private static Map<String, Object> parameter(SavedQuery question, QueryParameter parameter) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", parameter.name());
        document.put("type", parameter.type().word());
        parameter.ofClass().ifPresent(c -> document.put("class", c));
        document.put("label", parameter.label());
        if (!parameter.values().isEmpty()) document.put("values", parameter.values());
        document.put("default", question.defaultsOf(parameter));
        return document;
    }

    /** All questions of a catalogue. */
    public static Map<String, Object> of(Catalog catalog, String base) {
        return Map.of("queries", catalog.queries().stream().map(q -> of(q, base)).toList());
    }

    /** How a question was asked, for the head of its answer. */
    public static Map<String, Object> of(Asking asking) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : asking.question().parameters())
            values.put(parameter.name(), asking.values(parameter));
        var document = new LinkedHashMap<String, Object>();
        document.put("id", asking.question().id());
        document.put("title", asking.question().title());
        document.put("parameters", values);
        return document;
    }
}
