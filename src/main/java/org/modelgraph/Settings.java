package org.modelgraph;

import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.ValidationPolicy;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The settings of one run, checked: every value is one that the program can work with. */
public final class Settings {
    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * Puts the sources of settings together.
     *
     * @param flags what stands on the command line
     * @param environment the environment variables
     * @param file the settings file: lines {@code key = value}
     * @throws Problem naming every wrong value, where it comes from and what would do
     */
    public static Settings of(
            Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        var complaints = new ArrayList<String>();
        var lines = file.map(f -> read(f, complaints)).orElseGet(Map::of);
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            var chosen = choose(setting, flags, environment, lines, file);
            if (!setting.accepts(chosen.value))
                complaints.add(
                        chosen.origin
                                + " is '"
                                + shown(setting, chosen.value)
                                + "'; it should be "
                                + setting.expectation()
                                + ".");
            values.put(setting, chosen.value);
        }
        if (!complaints.isEmpty())
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "Wrong settings:\n  " + String.join("\n  ", complaints))
                    .hint("modelgraph serve --help lists all settings.");
        return new Settings(values);
    }

    private record Chosen(String value, String origin) {}

    private static Chosen choose(
            Setting setting,
            Map<Setting, String> flags,
            Map<String, String> environment,
            Map<Setting, String> lines,
            Optional<Path> file) {
        if (flags.containsKey(setting))
            return new Chosen(flags.getOrDefault(setting, ""), setting.flag());
        var variable = environment.getOrDefault(setting.variable(), "");
        if (!variable.isEmpty()) return new Chosen(variable, setting.variable());
        if (lines.containsKey(setting))
            return new Chosen(
                    lines.getOrDefault(setting, ""),
                    setting.key() + " in " + file.map(Path::toString).orElse(""));
        return new Chosen(setting.initial(), setting.flag());
    }

    private static String shown(Setting setting, String value) {
        return setting == Setting.WRITE_TOKEN ? "(" + value.length() + " characters)" : value;
    }

    private static Map<Setting, String> read(Path file, List<String> complaints) {
        var lines = new EnumMap<Setting, String>(Setting.class);
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            complaints.add("the settings file " + file + " can't be read: " + e.getMessage());
        }
        for (var key : properties.stringPropertyNames()) {
            var setting = Setting.ofKey(key);
            if (setting.isPresent()) lines.put(setting.get(), properties.getProperty(key).strip());
            else complaints.add(key + " in " + file + " is no setting" + meant(key) + ".");
        }
        return lines;
    }

    private static String meant(String key) {
        var keys = java.util.Arrays.stream(Setting.values()).map(Setting::key).toList();
        return Similarity.nearest(key, keys).map(k -> "; did you mean " + k + "?").orElse("");
    }

    private String get(Setting setting) {
        return values.getOrDefault(setting, setting.initial());
    }

    public String host() {
        return get(Setting.HOST);
    }

    public int port() {
        return Integer.parseInt(get(Setting.PORT));
    }

    public Path database() {
        return Path.of(get(Setting.DATABASE));
    }

    public DefaultGraph defaultGraph() {
        return get(Setting.DEFAULT_GRAPH).equals("union")
                ? DefaultGraph.UNION
                : DefaultGraph.STORED;
    }

    /** The longest that a query may take. */
    public Duration queryTimeout() {
        return Duration.ofMillis(Math.round(Double.parseDouble(get(Setting.QUERY_TIMEOUT)) * 1000));
    }

    /** How many queries run at a time. */
    public int parallelQueries() {
        var given = Integer.parseInt(get(Setting.PARALLEL_QUERIES));
        return given > 0 ? given : Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** The token that allows writing, if there is one. */
    public Optional<String> writeToken() {
        return Optional.of(get(Setting.WRITE_TOKEN)).filter(t -> !t.isEmpty());
    }

    /** The file of bearer tokens, which need not exist. */
    public Path tokens() {
        return Optional.of(get(Setting.TOKENS))
                .filter(f -> !f.isEmpty())
                .map(Path::of)
                .orElseGet(() -> database().resolve("tokens.json"));
    }

    /** The file of users and their passwords, if one is set. */
    public Optional<Path> passwords() {
        return Optional.of(get(Setting.PASSWORDS)).filter(f -> !f.isEmpty()).map(Path::of);
    }

    /** True where everybody may read. */
    public boolean readableByAnyone() {
        return get(Setting.READERS).equals("anyone");
    }

    /** The largest upload, unpacked, in bytes. */
    public long uploadLimit() {
        return Long.parseLong(get(Setting.UPLOAD_LIMIT)) << 20;
    }

    /** Which graphs are held to the shapes. */
    public ValidationPolicy validation() {
        return ValidationPolicy.of(get(Setting.VALIDATION));
    }

    public boolean empty() {
        return Boolean.parseBoolean(get(Setting.EMPTY));
    }

    /** The public address of the server without a slash at its end, if one is set. */
    public Optional<String> baseUrl() {
        return Optional.of(get(Setting.BASE_URL))
                .filter(u -> !u.isEmpty())
                .map(u -> u.replaceFirst("/+$", ""));
    }

    public Optional<Path> ontology() {
        return Optional.of(get(Setting.ONTOLOGY)).filter(d -> !d.isEmpty()).map(Path::of);
    }

    public Optional<Path> queries() {
        return Optional.of(get(Setting.QUERIES)).filter(d -> !d.isEmpty()).map(Path::of);
    }
}
