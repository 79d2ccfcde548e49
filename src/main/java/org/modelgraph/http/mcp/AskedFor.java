package org.modelgraph.http.mcp;

import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.QueryParameter;
import org.modelgraph.catalog.SavedQuery;

import java.util.List;
import java.util.Map;

/**
 * A question of the catalogue as agents are told of it.
 *
 * @param id by which run_named_query takes it
 * @param query its text; empty where it is not wanted
 * @param page where people see it
 */
record AskedFor(
        String id,
        String title,
        String description,
        List<Taken> parameters,
        String query,
        String page) {
    /** What it can be asked about. */
    record Taken(
            String name,
            String type,
            String kind,
            String label,
            List<String> values,
            List<String> initial) {}

    static AskedFor of(SavedQuery question, String language, String base, boolean withText) {
        return new AskedFor(
                question.id(),
                question.title(language),
                question.description(language),
                question.parameters().stream().map(p -> taken(question, p, language)).toList(),
                withText ? new Asking(question, Map.of(), Asking.Page.WHOLE).text().strip() : "",
                base + "/queries/" + question.id());
    }

    private static Taken taken(SavedQuery question, QueryParameter parameter, String language) {
        return new Taken(
                parameter.name(),
                parameter.type().word(),
                parameter.ofClass().orElse(""),
                parameter.label().getOrDefault(language, parameter.name()),
                parameter.values(),
                question.defaultsOf(parameter));
    }
}
