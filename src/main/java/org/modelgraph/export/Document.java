package org.modelgraph.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON or YAML document in the making: keys in their order, and none without a value. */
final class Document {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(
                            com.fasterxml.jackson.core.JsonGenerator.Feature
                                    .WRITE_BIGDECIMAL_AS_PLAIN);
    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                            .disable(YAMLGenerator.Feature.SPLIT_LINES)
                            .build());

    private final Map<String, Object> members = new LinkedHashMap<>();

    Document put(String key, Object value) {
        var given = value instanceof Document inner ? inner.members : value;
        if (given instanceof Map<?, ?> map && map.isEmpty()) return this;
        if (given instanceof Iterable<?> items && !items.iterator().hasNext()) return this;
        members.put(key, given);
        return this;
    }

    Document put(String key, Optional<?> value) {
        value.ifPresent(v -> put(key, v));
        return this;
    }

    /** The members, for a list of documents. */
    Map<String, Object> members() {
        return members;
    }

    /** A number of JSON. */
    static BigDecimal number(String decimal) {
        var number = new BigDecimal(decimal);
        return number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number;
    }

    static String json(Object document) {
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String yaml() {
        try {
            return YAML.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
