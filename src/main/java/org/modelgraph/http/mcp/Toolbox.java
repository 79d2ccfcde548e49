package org.modelgraph.http.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.modelgraph.http.Counting;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Site;
import org.modelgraph.http.browse.ComparisonReader;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** All tools. */
final class Toolbox {
    private static final Logger log = LoggerFactory.getLogger(Toolbox.class);
    private static final ObjectMapper JSON = mapper();

    private final List<Tool> tools;

    /** Leaves empty texts out; an empty list says something. */
    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        mapper.configOverride(String.class)
                .setInclude(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
        return mapper;
    }

    private Toolbox(List<Tool> tools) {
        this.tools = tools;
    }

    static Toolbox of(Site site, Inquiry inquiry, ComparisonReader comparisons, Counting counting) {
        var referents = new Referents(site);
        return new Toolbox(
                List.of(
                        new SearchTool(site),
                        new DescribeTool(site, referents),
                        new QuestionsTool(site),
                        new AskTool(site, inquiry, referents),
                        new SchemaTool(site, counting),
                        new ExamplesTool(site),
                        new SparqlTool(site, inquiry),
                        new CompareTool(site, comparisons, referents)));
    }

    /** What agents are told of the tools. */
    ObjectNode list(String language) {
        var answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("tools");
        Wording.part("tools", language)
                .forEach(tool -> {
                    list.add(tool);
                    ((ObjectNode) tool)
                            .putObject("annotations")
                            .put("readOnlyHint", true)
                            .put("idempotentHint", true)
                            .put("openWorldHint", false);
                });
        return answer;
    }

    /**
     * Calls a tool. What goes wrong in it is a result too, so that the agent reads it.
     *
     * @throws Fault where there is no such tool
     */
    JsonNode call(Exchange exchange, ObjectNode params) {
        var name = Conversation.text(params, "name");
        var tool =
                tools.stream()
                        .filter(t -> t.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name));
        var given = params.path("arguments");
        if (!given.isMissingNode() && !given.isObject())
            throw new Fault(Fault.Code.INVALID_PARAMS, "The arguments are no object.");
        var arguments =
                new Arguments(given.isObject() ? given : JsonNodeFactory.instance.objectNode());
        try {
            arguments.require(schema(name));
            return told(JSON.valueToTree(tool.call(exchange, arguments)));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.INTERNAL) log.error("{}", name, problem);
            return failed(problem);
        }
    }

    private static JsonNode schema(String tool) {
        for (var described : Wording.part("tools", "en"))
            if (described.path("name").asText().equals(tool)) return described.path("inputSchema");
        throw new IllegalStateException(tool);
    }

    private Fault unknown(String name) {
        var meant =
                Similarity.nearest(name, tools.stream().map(Tool::name).toList())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(".");
        return new Fault(Fault.Code.INVALID_PARAMS, "Unknown tool: " + name + meant);
    }

    private static ObjectNode told(ObjectNode structured) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("content")
                .addObject()
                .put("type", "text")
                .put("text", structured.toString());
        answer.set("structuredContent", structured);
        return answer.put("isError", false);
    }

    private static ObjectNode failed(Problem problem) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("content").addObject().put("type", "text").put("text", problem.inWords());
        return answer.put("isError", true);
    }
}
