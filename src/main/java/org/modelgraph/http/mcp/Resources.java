package org.modelgraph.http.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.jena.graph.NodeFactory;
import org.modelgraph.browse.Surroundings;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.QuestionDocument;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What agents can read by address: the questions, the query of one, and the statements about a
 * thing. A thing is also found under its own IRI.
 */
record Resources(Site site) {
    private static final String OWN = "modelgraph://";
    private static final String QUESTION = OWN + "question/";
    private static final String THING = OWN + "thing/";

    /** The resources that are named one by one. */
    ObjectNode list(String language) {
        return answer("resources", Wording.part("resources", language));
    }

    /** The addresses with places to fill in (RFC 6570). */
    ObjectNode templates(String language) {
        return answer("resourceTemplates", Wording.part("templates", language));
    }

    private static ObjectNode answer(String member, JsonNode value) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set(member, value);
        return answer;
    }

    /**
     * Reads a resource.
     *
     * @throws Fault where there is none
     */
    ObjectNode read(Exchange exchange, String uri) {
        if (uri.equals(OWN + "questions"))
            return content(
                    uri,
                    "application/json",
                    json(QuestionDocument.of(site.catalog(), site.publicBase(exchange))));
        if (uri.startsWith(QUESTION)) return question(uri);
        if (uri.startsWith(THING))
            return statements(uri, Prefixes.BASE + uri.substring(THING.length()));
        if (uri.startsWith(Prefixes.BASE)) return statements(uri, uri);
        throw missing(uri);
    }

    private static String json(Object value) {
        return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value).toString();
    }

    private ObjectNode question(String uri) {
        var question =
                site.catalog()
                        .find(uri.substring(QUESTION.length()))
                        .orElseThrow(() -> missing(uri));
        var text = new Asking(question, Map.of(), Asking.Page.WHOLE).text().strip();
        return content(
                uri, "application/sparql-query", "# " + question.title("en") + "\n" + text + "\n");
    }

    private ObjectNode statements(String uri, String iri) {
        var graph =
                site.read(view -> Surroundings.of(view.everything(), NodeFactory.createURI(iri)));
        if (graph.isEmpty()) throw missing(uri);
        var out = new ByteArrayOutputStream();
        AnswerWriter.write(graph, Format.TURTLE, out);
        return content(uri, "text/turtle", out.toString(StandardCharsets.UTF_8));
    }

    private static Fault missing(String uri) {
        return new Fault(Fault.Code.RESOURCE_NOT_FOUND, "There is no resource " + uri + ".");
    }

    private static ObjectNode content(String uri, String type, String text) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("contents")
                .addObject()
                .put("uri", uri)
                .put("mimeType", type)
                .put("text", text);
        return answer;
    }
}
