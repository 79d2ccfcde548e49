package org.modelgraph.http.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The Model Context Protocol over Streamable HTTP at {@code /mcp}: a message in the body of a POST,
 * its answer as JSON. The server keeps no sessions and sends nothing on its own, so there is no
 * stream to GET.
 */
public final class McpEndpoint implements Endpoint {
    private static final Logger log = LoggerFactory.getLogger(McpEndpoint.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MESSAGES = 20;

    private final Conversation conversation;
    private final Origins origins;

    /**
     * An endpoint.
     *
     * @param origins whose scripts may speak with it
     */
    public McpEndpoint(Conversation conversation, Origins origins) {
        this.conversation = conversation;
        this.origins = origins;
    }

    @Override
    public void open(Routing routing) {
        routing.post("/mcp", this::take);
        routing.get("/mcp", this::refuse);
        routing.delete("/mcp", this::refuse);
    }

    private void refuse(Exchange exchange) {
        exchange.header("Allow", "POST, OPTIONS");
        throw Problem.of(
                        Problem.Kind.METHOD_NOT_ALLOWED,
                        "The Model Context Protocol is spoken here by POST; there are no sessions"
                                + " and no streams.")
                .hint("Give your client this address with the transport Streamable HTTP.");
    }

    private void take(Exchange exchange) {
        origins.require(exchange.header("Origin"));
        var type = exchange.contentType();
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json"))
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                            "A message of the Model Context Protocol is JSON.")
                    .hint("Send Content-Type: application/json.");
        exchange.header("Cache-Control", "no-store");
        try {
            var revision = revision(exchange);
            var body = JSON.readTree(exchange.text());
            if (body.isArray()) batch(exchange, body, revision);
            else
                answer(exchange, body)
                        .ifPresentOrElse(a -> send(exchange, 200, a), accepted(exchange));
        } catch (JsonProcessingException e) {
            sendFault(exchange, new Fault(Fault.Code.PARSE_ERROR, "The body is no JSON."));
        } catch (Fault fault) {
            sendFault(exchange, fault);
        }
    }

    private static Runnable accepted(Exchange exchange) {
        return () -> exchange.status(202);
    }

    private static Revision revision(Exchange exchange) {
        var named = exchange.header("MCP-Protocol-Version");
        return named.map(name ->
                        Revision.of(name)
                                .orElseThrow(() ->
                                        new Fault(
                                                Fault.Code.INVALID_REQUEST,
                                                "The revision "
                                                        + name
                                                        + " of the protocol is not spoken here.")))
                .orElse(Revision.MARCH_2025);
    }

    private void batch(Exchange exchange, JsonNode messages, Revision revision) {
        if (revision != Revision.MARCH_2025 || messages.isEmpty())
            throw new Fault(Fault.Code.INVALID_REQUEST, "The body is no single message.");
        if (messages.size() > MOST_MESSAGES)
            throw new Fault(
                    Fault.Code.INVALID_REQUEST, "At most " + MOST_MESSAGES + " messages at once.");
        var answers = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> answer(exchange, message).ifPresent(answers::add));
        if (answers.isEmpty()) exchange.status(202);
        else send(exchange, 200, answers);
    }

    /** The answer to one message; empty for one that wants none. */
    private Optional<JsonNode> answer(Exchange exchange, JsonNode node) {
        try {
            return switch (Message.of(node)) {
                case Message.Notice _ -> Optional.empty();
                case Message.Request request ->
                        Optional.of(
                                Message.result(
                                        request.id(), conversation.answer(exchange, request)));
            };
        } catch (Fault fault) {
            return Optional.of(Message.error(Message.idOf(node), fault));
        } catch (Problem problem) {
            log.atLevel(
                            problem.kind() == Problem.Kind.INTERNAL
                                    ? org.slf4j.event.Level.ERROR
                                    : org.slf4j.event.Level.DEBUG)
                    .setCause(problem)
                    .log("POST /mcp");
            var code =
                    problem.kind().status() < 500
                            ? Fault.Code.INVALID_PARAMS
                            : Fault.Code.INTERNAL_ERROR;
            return Optional.of(
                    Message.error(Message.idOf(node), new Fault(code, problem.inWords())));
        }
    }

    private static void sendFault(Exchange exchange, Fault fault) {
        send(exchange, 400, Message.error(JsonNodeFactory.instance.nullNode(), fault));
    }

    private static void send(Exchange exchange, int status, JsonNode body) {
        exchange.status(status);
        exchange.send(
                "application/json", "no-store", body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
