package org.modelgraph.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How the texts of a language are cut into words; each way has a field of its own in the index. */
enum Tongue {
    /** English words without their endings. */
    ENGLISH("en", new EnglishAnalyzer()),
    /** Chinese cut into words by a dictionary. */
    CHINESE("zh", new SmartChineseAnalyzer()),
    /** Words of any other language, and of texts without one, as they stand. */
    OTHER("other", new StandardAnalyzer());

    private final String field;
    private final Analyzer analyzer;

    Tongue(String field, Analyzer analyzer) {
        this.field = field;
        this.analyzer = analyzer;
    }

    /** The way for a language tag (BCP 47); empty where a text has none. */
    static Tongue of(String language) {
        var primary = language.replaceFirst("[-_].*", "");
        return Arrays.stream(values())
                .filter(tongue -> tongue.field.equalsIgnoreCase(primary))
                .findFirst()
                .orElse(OTHER);
    }

    String field() {
        return field;
    }

    Analyzer analyzer() {
        return analyzer;
    }

    static Map<String, Analyzer> analyzers() {
        return Arrays.stream(values()).collect(Collectors.toMap(Tongue::field, Tongue::analyzer));
    }
}
