package org.modelgraph.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The description of the addresses for programs, by the OpenAPI Specification 3.1.0: one path a
 * question, made from the catalogue.
 */
public final class OpenApi {
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * What the description says of the server.
     *
     * @param base its address, without a slash at its end
     * @param version the version of the program
     * @param seconds how long a query may take
     */
    public record Service(String base, String version, long seconds) {}

    private OpenApi() {}

    /** The description, to be written as JSON. */
    public static ObjectNode document(Catalog catalog, Service service) {
        var document = template();
        object(document, "info")
                .put("version", service.version())
                .put(
                        "description",
                        "Every question of the catalogue as an address. An answer may take "
                                + service.seconds()
                                + " s.");
        document.putArray("servers").addObject().put("url", service.base());
        var tags = document.putArray("tags");
        catalog.queries().stream()
                .map(SavedQuery::topic)
                .distinct()
                .forEach(topic -> tags.addObject().put("name", topic));
        var paths = object(document, "paths");
        for (var question : catalog.queries())
            operation(paths.putObject("/api/queries/" + question.id()).putObject("get"), question);
        return document;
    }

    private static ObjectNode template() {
        var name = "/api/openapi.yaml";
        try (var in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(name), name)) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return (ObjectNode) parent.required(name);
    }

    private static void operation(ObjectNode operation, SavedQuery question) {
        operation
                .put("operationId", question.id().replaceAll("[^A-Za-z0-9]+", "_"))
                .put("summary", question.title("en"))
                .put("description", question.description("en"));
        operation.putArray("tags").add(question.topic());
        var parameters = operation.putArray("parameters");
        question.parameters().forEach(p -> parameter(parameters.addObject(), question, p));
        refer(parameters.addObject(), "parameters/limit");
        refer(parameters.addObject(), "parameters/offset");
        var responses = operation.putObject("responses");
        refer(responses.putObject("200"), "responses/Rows");
        refer(responses.putObject("304"), "responses/Unchanged");
        refer(responses.putObject("default"), "responses/Problem");
    }

    private static void refer(ObjectNode reference, String component) {
        reference.put("$ref", "#/components/" + component);
    }

    private static void parameter(ObjectNode node, SavedQuery question, QueryParameter parameter) {
        node.put("name", parameter.name())
                .put("in", "query")
                .put("required", false)
                .put(
                        "description",
                        parameter.label().getOrDefault("en", parameter.name())
                                + parameter.ofClass().map(c -> ": the IRI of a " + c).orElse(""));
        var schema = node.putObject("schema").put("type", "array");
        var items = schema.putObject("items").put("type", type(parameter));
        if (!parameter.values().isEmpty()) parameter.values().forEach(items.withArray("enum")::add);
        var defaults = schema.putArray("default");
        question.defaultsOf(parameter).forEach(v -> add(defaults, parameter, v));
    }

    private static String type(QueryParameter parameter) {
        return switch (parameter.type()) {
            case IRI, TEXT -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
        };
    }

    private static void add(ArrayNode values, QueryParameter parameter, String value) {
        switch (parameter.type()) {
            case IRI, TEXT -> values.add(value);
            case INTEGER, DECIMAL -> values.add(new BigDecimal(value));
        }
    }
}
