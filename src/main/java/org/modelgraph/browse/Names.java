package org.modelgraph.browse;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How all things of one state of the store are called, held in memory. The labels are those that
 * {@link Labels} finds.
 */
public final class Names {
    /** A text and its language; the language is empty where it has none. */
    public record Word(String text, String language) {}

    private final Map<String, List<Word>> labels = new HashMap<>();
    private final Map<String, List<Word>> others;
    private final Map<String, List<Word>> definitions;

    Names(Scan scan) {
        for (var property : Labels.PROPERTIES)
            words(scan.objects(property)).forEach(labels::putIfAbsent);
        others = words(scan.objects(SKOS.altLabel.asNode()));
        definitions = words(scan.objects(SKOS.definition.asNode()));
    }

    private static Map<String, List<Word>> words(Map<String, Set<Node>> statements) {
        var words = new HashMap<String, List<Word>>();
        statements.forEach((subject, objects) -> {
            var said = new ArrayList<Word>();
            for (var object : objects)
                if (object.isLiteral() && !object.getLiteralLexicalForm().isEmpty())
                    said.add(new Word(object.getLiteralLexicalForm(), object.getLiteralLanguage()));
            if (!said.isEmpty()) words.put(subject, List.copyOf(said));
        });
        return words;
    }

    /** The thing with this IRI, called as a reader of a language wants. */
    public Thing of(String iri, String language) {
        return best(labels.get(iri), language)
                .map(word -> new Thing(iri, word.text(), word.language()))
                .orElseGet(() -> new Thing(iri, Labels.shortName(iri), ""));
    }

    /** What a thing is, in one sentence; empty where the graph does not say. */
    public Optional<Word> definition(String iri, String language) {
        return best(definitions.get(iri), language);
    }

    private static Optional<Word> best(
            @org.jspecify.annotations.Nullable List<Word> words, String language) {
        if (words == null) return Optional.empty();
        var best = words.getFirst();
        var rank = Labels.rank(best.language(), language);
        for (var i = 1; i < words.size() && rank > 0; i++) {
            var next = Labels.rank(words.get(i).language(), language);
            if (next < rank) {
                best = words.get(i);
                rank = next;
            }
        }
        return Optional.of(best);
    }

    /** True of a thing that has a label. */
    public boolean knows(String iri) {
        return labels.containsKey(iri);
    }

    /** The labels of a thing in all languages. */
    public List<Word> labels(String iri) {
        return labels.getOrDefault(iri, List.of());
    }

    /** What a thing is also called, in all languages. */
    public List<Word> others(String iri) {
        return others.getOrDefault(iri, List.of());
    }

    /** The IRIs of all things that have a label. */
    public Set<String> iris() {
        return labels.keySet();
    }
}
