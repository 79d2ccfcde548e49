package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.modelgraph.http.Counting;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Site;
import org.modelgraph.http.browse.ComparisonReader;

import java.util.Optional;

/** What the methods of the protocol do. */
public final class Conversation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Site site;
    private final Toolbox tools;
    private final Resources resources;
    private final Prompts prompts;
    private final Suggestions suggestions;

    /** A conversation about what a site holds. */
    public Conversation(
            Site site, Inquiry inquiry, ComparisonReader comparisons, Counting counting) {
        this.site = site;
        this.tools = Toolbox.of(site, inquiry, comparisons, counting);
        this.resources = new Resources(site);
        this.prompts = new Prompts();
        this.suggestions = new Suggestions(site);
    }

    /**
     * The result of a request.
     *
     * @throws Fault where there is no such method or its parameters are wrong
     */
    JsonNode answer(Exchange exchange, Message.Request request) {
        var params = request.params();
        if (request.method().endsWith("/list")) requireNoCursor(params);
        return switch (request.method()) {
            case "initialize" -> initialize(exchange, params);
            case "ping" -> NODES.objectNode();
            case "tools/list" -> tools.list(exchange.language());
            case "tools/call" -> tools.call(exchange, params);
            case "resources/list" -> resources.list(exchange.language());
            case "resources/templates/list" -> resources.templates(exchange.language());
            case "resources/read" -> resources.read(exchange, text(params, "uri"));
            case "prompts/list" -> prompts.list(exchange.language());
            case "prompts/get" -> prompts.get(params, exchange.language());
            case "completion/complete" -> suggestions.complete(params, exchange.language());
            default ->
                    throw new Fault(
                            Fault.Code.METHOD_NOT_FOUND,
                            "There is no method " + request.method() + " here.");
        };
    }

    private ObjectNode initialize(Exchange exchange, ObjectNode params) {
        var answer = NODES.objectNode();
        var wanted = text(params, "protocolVersion");
        answer.put("protocolVersion", Revision.agreed(wanted).date());
        var capabilities = answer.putObject("capabilities");
        for (var capability : new String[] {"tools", "resources", "prompts", "completions"})
            capabilities.putObject(capability);
        answer.putObject("serverInfo")
                .put("name", "modelgraph")
                .put("title", "modelgraph")
                .put("version", version())
                .put("websiteUrl", site.publicBase(exchange) + "/");
        answer.put("instructions", Wording.text("instructions", exchange.language()));
        return answer;
    }

    private static String version() {
        return Optional.ofNullable(Conversation.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    private static void requireNoCursor(ObjectNode params) {
        if (params.has("cursor"))
            throw new Fault(
                    Fault.Code.INVALID_PARAMS, "There is no such cursor: lists come whole.");
    }

    /** A text that a method needs. */
    static String text(JsonNode params, String name) {
        if (params.path(name).isTextual()) return params.path(name).asText();
        throw new Fault(Fault.Code.INVALID_PARAMS, "The parameter " + name + " is missing.");
    }
}
