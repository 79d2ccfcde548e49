package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

/** What may stand where a prompt or the address of a resource has a place to fill in. */
record Suggestions(Site site) {
    private static final int MOST = 100;

    /** The values that go on from what is written, the best first. */
    ObjectNode complete(ObjectNode params, String language) {
        var argument = params.path("argument");
        var begun = argument.path("value").asText("");
        var context = params.path("context").path("arguments");
        var values = values(Conversation.text(argument, "name"), begun, context, language);
        var answer = JsonNodeFactory.instance.objectNode();
        var completion = answer.putObject("completion");
        var list = completion.putArray("values");
        values.stream().limit(MOST).forEach(list::add);
        completion.put("total", values.size()).put("hasMore", values.size() > MOST);
        return answer;
    }

    private List<String> values(String name, String begun, JsonNode context, String language) {
        return switch (name) {
            case "kind" -> beginning(Kind.segments(), begun);
            case "id" -> beginning(ids(), begun);
            case "name" -> named(begun, Optional.of(context.path("kind").asText("model")));
            case "model" -> labelled(begun, language);
            default -> List.of();
        };
    }

    private List<String> ids() {
        return site.catalog().queries().stream().map(q -> q.id()).toList();
    }

    private static List<String> beginning(List<String> all, String begun) {
        return all.stream().filter(v -> v.startsWith(begun)).toList();
    }

    private List<String> named(String begun, Optional<String> kind) {
        return site.index().search().find(begun, kind).hits().stream()
                .map(h -> h.iri().substring((Prefixes.BASE + h.kind() + "/").length()))
                .toList();
    }

    private List<String> labelled(String begun, String language) {
        var index = site.index();
        return index.search().find(begun, Optional.of("model")).hits().stream()
                .map(h -> index.names().of(h.iri(), language).label())
                .distinct()
                .toList();
    }
}
