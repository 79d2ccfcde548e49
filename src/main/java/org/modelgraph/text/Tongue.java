package org.modelgraph.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the texts of a language are cut into words; each way has a field of its own in the index. */
enum Tongue {
    /** English words without their endings. */
    ENGLISH("en"),
    /** Chinese cut into words by a dictionary. */
    CHINESE("zh"),
    /** Words of any other language, and of texts without one, as they stand. */
    OTHER("other");

    private static final Analyzer ENDINGS_OFF = new EnglishAnalyzer();
    private static final Analyzer BY_DICTIONARY = new SmartChineseAnalyzer();
    private static final Analyzer AS_THEY_STAND = new StandardAnalyzer();

    private final String field;

    Tongue(String field) {
        this.field = field;
    }

    /** The way for a language tag (BCP 47); empty where a text has none. */
    static Tongue of(String language) {
        var primary = language.replaceFirst("[-_].*", "");
        return Arrays.stream(values())
                .filter(tongue -> tongue.field.equalsIgnoreCase(primary))
                .findFirst()
                .orElse(OTHER);
    }

    /** All ways for a language: English words also stand as they are, for beginnings of words. */
    static List<Tongue> allOf(String language) {
        var tongue = of(language);
        return tongue == ENGLISH ? List.of(ENGLISH, OTHER) : List.of(tongue);
    }

    String field() {
        return field;
    }

    Analyzer analyzer() {
        return switch (this) {
            case ENGLISH -> ENDINGS_OFF;
            case CHINESE -> BY_DICTIONARY;
            case OTHER -> AS_THEY_STAND;
        };
    }

    static Map<String, Analyzer> analyzers() {
        return Arrays.stream(values()).collect(Collectors.toMap(Tongue::field, Tongue::analyzer));
    }
}
