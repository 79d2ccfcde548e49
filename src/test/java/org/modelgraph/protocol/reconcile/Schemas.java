package org.modelgraph.protocol.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON schemas of the community group. */
final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DIRECTORY = Path.of("src/test/resources/reconcile/schemas");
    private static final String SPACE = "https://reconciliation-api.github.io/specs/0.2/schemas/";

    private Schemas() {}

    /** Holds a document against a schema. */
    static void hold(JsonNode document, String schema) throws Exception {
        var factory =
                JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V7,
                        builder ->
                                builder.schemaLoaders(loaders ->
                                        loaders.schemas(address ->
                                                address.startsWith(SPACE)
                                                        ? text(address.substring(SPACE.length()))
                                                        : null)));
        var read = (ObjectNode) JSON.readTree(text(schema + ".json"));
        assertThat(factory.getSchema(read).validate(document)).as(document.toString()).isEmpty();
    }

    /** A schema, by its draft; security schemes, which point elsewhere, are not used here. */
    private static String text(String file) {
        try {
            var schema = (ObjectNode) JSON.readTree(Files.readString(DIRECTORY.resolve(file)));
            schema.put("$schema", "http://json-schema.org/draft-07/schema#");
            if (schema.get("properties") instanceof ObjectNode properties)
                properties.remove("authentication");
            return schema.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
