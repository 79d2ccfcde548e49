package org.modelgraph.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A question of the catalogue: a {@code .rq} file whose comments at the head say what it asks. The
 * head follows grlc: lines that begin with {@code #+} and hold YAML; the query below runs unchanged
 * in any SPARQL 1.1 engine.
 *
 * @param id topic and name, such as {@code results/exam-results}
 * @param title the question, by language ({@code en}, {@code zh})
 * @param description what the answer holds, by language
 * @param tags words to find it by
 * @param text the query, head included
 */
public record SavedQuery(
        String id,
        Map<String, String> title,
        Map<String, String> description,
        List<String> tags,
        String text) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** The head of a file, as YAML has it. */
    private record Head(
            @Nullable String summary,
            @Nullable String description,
            @Nullable List<String> tags,
            @JsonProperty("x-modelgraph") @Nullable Chinese ours) {}

    private record Chinese(
            @JsonProperty("summary-zh") @Nullable String summary,
            @JsonProperty("description-zh") @Nullable String description) {}

    /**
     * Reads a file of the catalogue.
     *
     * @throws Problem naming the file and what its head lacks
     */
    static SavedQuery parse(String id, String text) {
        var head = head(id, text);
        var ours = head.ours == null ? new Chinese(null, null) : head.ours;
        return new SavedQuery(
                id,
                Map.of(
                        "en",
                        required(id, "summary", head.summary),
                        "zh",
                        required(id, "summary-zh", ours.summary)),
                Map.of(
                        "en",
                        required(id, "description", head.description),
                        "zh",
                        required(id, "description-zh", ours.description)),
                head.tags == null ? List.of() : List.copyOf(head.tags),
                text);
    }

    private static Head head(String id, String text) {
        var yaml =
                text.lines()
                        .takeWhile(line -> line.startsWith("#+"))
                        .map(line -> line.substring(2).replaceFirst("^ ", ""))
                        .collect(Collectors.joining("\n"));
        try {
            return YAML.readValue(yaml.isBlank() ? "{}" : yaml, Head.class);
        } catch (JsonProcessingException e) {
            throw broken(id, "the head is no YAML that fits: " + e.getOriginalMessage());
        }
    }

    private static String required(String id, String key, @Nullable String value) {
        if (value == null || value.isBlank()) throw broken(id, key + " is missing");
        return value.strip();
    }

    private static Problem broken(String id, String what) {
        return Problem.of(Problem.Kind.MALFORMED_QUERY, "queries/" + id + ".rq: " + what);
    }

    /** The question in a language; every question has English and Chinese. */
    public String title(String language) {
        return title.getOrDefault(language, title.getOrDefault("en", id));
    }

    /** What the answer holds, in a language. */
    public String description(String language) {
        return description.getOrDefault(language, description.getOrDefault("en", ""));
    }

    /** The first part of the id. */
    public String topic() {
        return id.substring(0, id.indexOf('/'));
    }
}
