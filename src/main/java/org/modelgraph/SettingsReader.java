package org.modelgraph;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Puts the sources of settings together, and tells all that is wrong with them at once. */
final class SettingsReader {
    private final Map<Setting, String> flags;
    private final Map<String, String> environment;
    private final Optional<Path> file;
    private final List<String> complaints = new ArrayList<>();

    SettingsReader(
            Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        this.flags = flags;
        this.environment = environment;
        this.file = file;
    }

    /**
     * The value of every setting.
     *
     * @throws Problem naming every wrong value, where it comes from and what would do
     */
    Map<Setting, String> values() {
        var lines = file.map(this::read).orElseGet(Map::of);
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            var chosen = choose(setting, lines);
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
        return values;
    }

    private record Chosen(String value, String origin) {}

    private Chosen choose(Setting setting, Map<Setting, String> lines) {
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
        return setting == Setting.WRITE_TOKEN || setting == Setting.REMOTE_CREDENTIAL
                ? "(" + value.length() + " characters)"
                : value;
    }

    private Map<Setting, String> read(Path path) {
        var lines = new EnumMap<Setting, String>(Setting.class);
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(path)));
        } catch (IOException | IllegalArgumentException e) {
            complaints.add("the settings file " + path + " can't be read: " + e.getMessage());
        }
        for (var key : properties.stringPropertyNames()) {
            var setting = Setting.ofKey(key);
            if (setting.isPresent()) lines.put(setting.get(), properties.getProperty(key).strip());
            else complaints.add(key + " in " + path + " is no setting" + meant(key) + ".");
        }
        return lines;
    }

    private static String meant(String key) {
        var keys = Arrays.stream(Setting.values()).map(Setting::key).toList();
        return Similarity.nearest(key, keys).map(k -> "; did you mean " + k + "?").orElse("");
    }
}
