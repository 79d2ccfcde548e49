package org.modelgraph.ingest.format;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping file says about a format: what names mean, in which unit numbers are that come
 * without one, and which fields are left aside for which reason. A format's own file travels in the
 * program ({@code imports/NAME.yaml}); a user's file goes before it.
 *
 * @param names kind to what is printed to the {@code kind/name} that is meant
 * @param units what is tried in its order
 * @param fields the name of a field to why it is left aside
 * @param tables what else the importer of the format looks up
 * @param queries CONSTRUCT queries that turn RDF into drafts of claims
 */
public record FormatMapping(
        Map<String, Map<String, String>> names,
        List<UnitRule> units,
        Map<String, String> fields,
        Map<String, Map<String, String>> tables,
        List<Mapping> queries) {
    private static final Set<String> KEYS = Set.of("names", "units", "fields", "tables");

    /** A mapping that says nothing. */
    public static final FormatMapping NONE =
            new FormatMapping(Map.of(), List.of(), Map.of(), Map.of(), List.of());

    /**
     * In which unit numbers are.
     *
     * @param metric the metric for which it holds; empty for any
     * @param where words that stand in the address or name of the source or data set; empty for any
     */
    public record UnitRule(String metric, String where, Unit unit) {}

    /**
     * A CONSTRUCT query.
     *
     * @param file where it stands, for problems
     */
    public record Mapping(String file, String text) {}

    /** The mapping of a format, with a user's file before it where one is given. */
    public static FormatMapping read(String format, Optional<Path> added) {
        var own = bundled(format);
        return added.map(file -> parse(file).before(own)).orElse(own);
    }

    private static FormatMapping bundled(String format) {
        var name = "/imports/" + format + ".yaml";
        var text = resource(name);
        if (text.isEmpty()) return NONE;
        var root = DatumReader.yaml(name, 0, (_, _) -> {}).read(new StringReader(text.get()));
        var mapping = of(name, root);
        var queries = new ArrayList<Mapping>();
        for (var query : mapping.tables().getOrDefault("queries", Map.of()).keySet()) {
            var file = "/imports/" + format + "/" + query;
            resource(file).ifPresent(found -> queries.add(new Mapping(file, found)));
        }
        return new FormatMapping(Map.of(), List.of(), Map.of(), Map.of(), queries).before(mapping);
    }

    /** The text of a mapping file that travels in the program, such as {@code rdf/airo.rq}. */
    public static Optional<String> text(String file) {
        return file.matches("[a-z-]+(/[a-z0-9-]+)?\\.(yaml|rq)")
                ? resource("/imports/" + file)
                : Optional.empty();
    }

    private static Optional<String> resource(String name) {
        try (var in = FormatMapping.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormatMapping parse(Path file) {
        try {
            var name = file.toString();
            var text = Files.readString(file);
            if (name.endsWith(".rq"))
                return new FormatMapping(
                        Map.of(), List.of(), Map.of(), Map.of(), List.of(new Mapping(name, text)));
            return of(name, DatumReader.yaml(name, 0, (_, _) -> {}).read(new StringReader(text)));
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.NOT_FOUND, file + " can't be read: " + e.getMessage())
                    .hint("Name a mapping file that exists.")
                    .causedBy(e);
        }
    }

    private static FormatMapping of(String file, Datum root) {
        for (var key : root.fields().entrySet())
            if (!KEYS.contains(key.getKey()))
                throw broken(file, key.getValue(), "'" + key.getKey() + "' is no key")
                        .hint("The keys are names, units, fields and tables.");
        var units = new ArrayList<UnitRule>();
        for (var rule : root.get("units").items()) units.add(rule(file, rule));
        return new FormatMapping(
                nested(root.get("names")),
                units,
                texts(root.get("fields")),
                nested(root.get("tables")),
                List.of());
    }

    private static UnitRule rule(String file, Datum rule) {
        var words = rule.text("unit").orElse("");
        var unit = Unit.ofWords(words);
        if (unit == Unit.NOT_STATED) throw broken(file, rule, "'" + words + "' is no unit");
        return new UnitRule(rule.text("metric").orElse(""), rule.text("where").orElse(""), unit);
    }

    private static Map<String, Map<String, String>> nested(Datum datum) {
        var nested = new HashMap<String, Map<String, String>>();
        datum.fields().forEach((key, value) -> nested.put(key, texts(value)));
        return nested;
    }

    private static Map<String, String> texts(Datum datum) {
        var texts = new HashMap<String, String>();
        datum.fields().forEach((key, value) -> texts.put(key, value.text().orElse("")));
        return texts;
    }

    private static Problem broken(String file, Datum at, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + at.line() + ": " + what)
                .at(new Position(Math.max(1, at.line()), 1));
    }

    private FormatMapping before(FormatMapping other) {
        var allUnits = new ArrayList<>(units);
        allUnits.addAll(other.units);
        var allFields = new HashMap<>(other.fields);
        allFields.putAll(fields);
        var allQueries = new ArrayList<>(queries);
        allQueries.addAll(other.queries);
        return new FormatMapping(
                merged(names, other.names),
                allUnits,
                allFields,
                merged(tables, other.tables),
                allQueries);
    }

    private static Map<String, Map<String, String>> merged(
            Map<String, Map<String, String>> first, Map<String, Map<String, String>> second) {
        var all = new HashMap<>(second);
        first.forEach((key, texts) -> {
            var merged = new HashMap<>(all.getOrDefault(key, Map.of()));
            merged.putAll(texts);
            all.put(key, merged);
        });
        return all;
    }

    /** What a table of the mapping gives for a key. */
    Optional<String> table(String name, String key) {
        return Optional.ofNullable(tables.getOrDefault(name, Map.of()).get(key));
    }

    /**
     * The unit of numbers that come without one.
     *
     * @param context addresses and names of the source and of the data set
     */
    Unit unit(String metric, List<String> context) {
        return units.stream()
                .filter(rule -> rule.metric().isEmpty() || rule.metric().equals(metric))
                .filter(rule ->
                        rule.where().isEmpty()
                                || context.stream().anyMatch(c -> c.contains(rule.where())))
                .map(UnitRule::unit)
                .findFirst()
                .orElse(Unit.NOT_STATED);
    }

    /** Why a field is left aside. */
    String reason(String field) {
        var reason = fields.getOrDefault(field, "");
        return reason.isEmpty() ? "the importer does not know this field" : reason;
    }
}
