package org.modelgraph.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table's mapping file says: what kind of rows the table has, what its columns are called,
 * what holds for every row that does not say otherwise, and which columns are left aside.
 *
 * @param kind what the rows are
 * @param columns our name of a column to the table's
 * @param defaults our name of a column to the cell of every row that has none
 * @param ignored the table's columns that are left aside
 */
public record Mapping(
        TableKind kind,
        Map<String, String> columns,
        Map<String, String> defaults,
        Set<String> ignored) {
    private static final List<String> KEYS = List.of("kind", "columns", "defaults", "ignore");

    /** The mapping of a table without a mapping file: results under our own names. */
    public static final Mapping NONE = new Mapping(TableKind.RESULTS, Map.of(), Map.of(), Set.of());

    /**
     * Reads a mapping file: YAML with {@code kind}, {@code columns}, {@code defaults} and {@code
     * ignore}, all optional.
     *
     * @param file how the user calls the file, for problems
     * @throws Problem naming the line or the key that can't be understood
     */
    public static Mapping parse(String file, String text) {
        var root = yaml(file, text);
        root.fieldNames().forEachRemaining(key -> requireOneOf(file, "key", key, KEYS));
        var word = root.path("kind").asText(TableKind.RESULTS.word());
        var kind =
                TableKind.of(word)
                        .orElseThrow(() ->
                                broken(file, "'" + word + "' is no kind of table")
                                        .hint("The kinds are " + TableKind.words() + "."));
        var columns = texts(file, root.path("columns"));
        var defaults = texts(file, root.path("defaults"));
        columns.keySet().forEach(name -> requireOneOf(file, "column", name, kind.columns()));
        defaults.keySet().forEach(name -> requireOneOf(file, "column", name, kind.columns()));
        var ignored = root.path("ignore").valueStream().map(JsonNode::asText);
        return new Mapping(kind, columns, defaults, ignored.collect(Collectors.toSet()));
    }

    private static JsonNode yaml(String file, String text) {
        try {
            var root = new YAMLMapper().readTree(text);
            if (root.isObject()) return root;
            throw broken(file, "a mapping file is a YAML mapping of keys to values");
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw broken(file + ":" + line, e.getOriginalMessage())
                    .at(new Position(line, 1))
                    .causedBy(e);
        }
    }

    private static Map<String, String> texts(String file, JsonNode node) {
        var texts = new HashMap<String, String>();
        node.properties()
                .forEach(entry -> {
                    if (!entry.getValue().isValueNode())
                        throw broken(file, entry.getKey() + " has no plain value");
                    texts.put(entry.getKey(), entry.getValue().asText());
                });
        return texts;
    }

    private static void requireOneOf(String file, String what, String name, List<String> names) {
        if (!names.contains(name))
            throw broken(file, "'" + name + "' is no " + what)
                    .hint("Known are " + String.join(", ", names) + ".");
    }

    private static Problem broken(String file, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + what);
    }
}
