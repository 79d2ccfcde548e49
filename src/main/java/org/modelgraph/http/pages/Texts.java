package org.modelgraph.http.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** What pages say, in one language; a text that is missing is an error, never a blank. */
public final class Texts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private static final Texts ENGLISH = read("en");
    private static final Texts CHINESE = read("zh");

    private final String language;
    private final Map<String, String> texts;

    private Texts(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The texts of a language: Chinese for {@code zh}, English for any other. */
    public static Texts of(String language) {
        return language.equals("zh") ? CHINESE : ENGLISH;
    }

    private static Texts read(String language) {
        var name = "/texts/" + language + ".properties";
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return new Texts(
                    language,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toMap(k -> k, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language: {@code en} or {@code zh}. */
    public String language() {
        return language;
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return texts.keySet();
    }

    /**
     * A text.
     *
     * @param values what stands for {@code {0}}, {@code {1}} …
     * @throws IllegalArgumentException where there is no text with this key
     */
    public String get(String key, Object... values) {
        var text = texts.get(key);
        if (text == null)
            throw new IllegalArgumentException("no text " + key + " in language " + language);
        for (var i = 0; i < values.length; i++)
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        return text;
    }

    /** A text that need not be there. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The name of a topic of the catalogue; the topic itself where it has no text. */
    public String topic(String topic) {
        return texts.getOrDefault("topic." + topic, topic);
    }

    /** The text {@code key.one} or {@code key.many} with a number in it. */
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    /** A whole number as people write it. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of bytes as people read it, to three digits. */
    public String size(long bytes) {
        var value = (double) bytes;
        var unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }
}
