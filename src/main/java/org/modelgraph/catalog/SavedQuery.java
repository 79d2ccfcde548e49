package org.modelgraph.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param parameters what it can be asked about in place of the defaults
 * @param view how the answer is best shown
 * @param text the query, head included
 */
public record SavedQuery(
        String id,
        Map<String, String> title,
        Map<String, String> description,
        List<String> tags,
        List<QueryParameter> parameters,
        View view,
        String text) {
    /** How an answer is best shown. */
    public enum View {
        TABLE,
        /** Bars by one number. */
        BAR,
        /** A dot a row along one axis, grouped. */
        DOT,
        /** A number over time. */
        LINE,
        TIMELINE,
        /** Two things against each other. */
        MATRIX
    }

    private static final YAMLMapper YAML = new YAMLMapper();

    /** The head of a file, as YAML has it. */
    private record Head(
            @Nullable String summary,
            @Nullable String description,
            @Nullable List<String> tags,
            @JsonProperty("x-modelgraph") @Nullable Ours ours) {}

    private record Ours(
            @JsonProperty("summary-zh") @Nullable String summary,
            @JsonProperty("description-zh") @Nullable String description,
            @Nullable List<HeadParameter> parameters,
            @Nullable String view) {}

    private record HeadParameter(
            @Nullable String name,
            @Nullable String type,
            @JsonProperty("class") @Nullable String ofClass,
            @Nullable Map<String, String> label,
            @Nullable List<String> values) {}

    /**
     * Reads a file of the catalogue.
     *
     * @throws Problem naming the file and what its head lacks
     */
    static SavedQuery parse(String id, String text) {
        var head = head(id, text);
        var ours = head.ours == null ? new Ours(null, null, null, null) : head.ours;
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
                ours.parameters == null
                        ? List.of()
                        : ours.parameters.stream().map(p -> parameter(id, p, text)).toList(),
                view(id, ours.view),
                text);
    }

    private static QueryParameter parameter(String id, HeadParameter head, String text) {
        var name = required(id, "a parameter's name", head.name);
        var word = required(id, "the type of " + name, head.type);
        var type =
                QueryParameter.Type.of(word)
                        .orElseThrow(() ->
                                broken(id, word + " is no type: iri, text, integer or decimal"));
        var label = head.label == null ? Map.<String, String>of() : head.label;
        var parameter =
                new QueryParameter(
                        name,
                        type,
                        Optional.ofNullable(head.ofClass),
                        Map.of(
                                "en",
                                required(id, "the English label of " + name, label.get("en")),
                                "zh",
                                required(id, "the Chinese label of " + name, label.get("zh"))),
                        head.values == null ? List.of() : List.copyOf(head.values));
        if (!parameter.fits(text))
            throw broken(id, "the query has no single VALUES ?" + name + " { … }");
        return parameter;
    }

    private static View view(String id, @Nullable String word) {
        if (word == null) return View.TABLE;
        return Arrays.stream(View.values())
                .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> broken(id, word + " is no view"));
    }

    /** The default of a parameter, as the query writes it. */
    public String defaultOf(QueryParameter parameter) {
        return parameter.defaultIn(text);
    }

    /** The values that a parameter has by default, as an address would give them. */
    public List<String> defaultsOf(QueryParameter parameter) {
        return parameter.termsIn(defaultOf(parameter));
    }

    /**
     * The query asked about something else; parameters that are not given keep their defaults.
     *
     * @param given the values of each parameter, by its name
     * @throws Problem of kind {@link Problem.Kind#BAD_REQUEST} where there is no such parameter or
     *     a value does not fit it
     */
    public String with(Map<String, List<String>> given) {
        var bound = text;
        for (var entry : given.entrySet()) {
            var parameter =
                    parameters.stream()
                            .filter(p -> p.name().equals(entry.getKey()))
                            .findFirst()
                            .orElseThrow(() -> unknown(entry.getKey()));
            bound = parameter.bind(bound, entry.getValue());
        }
        return bound;
    }

    private Problem unknown(String name) {
        var names = parameters.stream().map(QueryParameter::name).toList();
        return Problem.of(Problem.Kind.BAD_REQUEST, "There is no parameter '" + name + "' here")
                .hint(
                        names.isEmpty()
                                ? "This question takes none."
                                : "This question takes " + String.join(", ", names) + ".");
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

    /** What questions are put together by: the first part of the id, or {@code other}. */
    public String topic() {
        var slash = id.indexOf('/');
        return slash < 0 ? "other" : id.substring(0, slash);
    }
}
