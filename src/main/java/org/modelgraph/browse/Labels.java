package org.modelgraph.browse;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.graph.Iris;
import org.modelgraph.sparql.Prefixes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How things are called in one language: the label in that language, else in English, else in
 * {@code mul}, else without language, else in any; the short name where there is no label.
 */
public final class Labels {
    static final List<Node> PROPERTIES =
            List.of(
                    SKOS.prefLabel.asNode(),
                    RDFS.label.asNode(),
                    DCTerms.title.asNode(),
                    NodeFactory.createURI("https://schema.org/name"),
                    NodeFactory.createURI("http://xmlns.com/foaf/0.1/name"),
                    Iris.LOCATOR);

    private final Graph graph;
    private final String language;
    private final Optional<Names> names;
    private final Map<String, Thing> known = new HashMap<>();

    /**
     * Labels for one reader.
     *
     * @param graph where labels are looked up; valid as long as its transaction
     * @param language the asked language, such as {@code zh}
     */
    public Labels(Graph graph, String language) {
        this(graph, Optional.empty(), language);
    }

    /**
     * Labels for one reader, taken from memory where they are there.
     *
     * @param names what was read of the same state of the graph
     */
    public Labels(Graph graph, Optional<Names> names, String language) {
        this.graph = graph;
        this.names = names;
        this.language = language;
    }

    /** The thing with this IRI, called as the reader wants. */
    public Thing of(String iri) {
        return known.computeIfAbsent(iri, this::find);
    }

    private Thing find(String iri) {
        if (names.isPresent()) return names.get().of(iri, language);
        var node = NodeFactory.createURI(iri);
        for (var property : PROPERTIES) {
            var text = text(node, property);
            if (!text.text().isEmpty()) return new Thing(iri, text.text(), text.language());
        }
        return new Thing(iri, shortName(iri), "");
    }

    /** The best text of a property in the reader's language; empty text where there is none. */
    public Value.Text text(Node subject, Node property) {
        var best = new Value.Text("", "", "");
        var bestRank = Integer.MAX_VALUE;
        var candidates = graph.find(subject, property, Node.ANY);
        try {
            while (candidates.hasNext()) {
                var object = candidates.next().getObject();
                if (!object.isLiteral()) continue;
                var rank = rank(object.getLiteralLanguage(), language);
                if (rank < bestRank) {
                    bestRank = rank;
                    best =
                            new Value.Text(
                                    object.getLiteralLexicalForm(),
                                    object.getLiteralLanguage(),
                                    "");
                }
            }
        } finally {
            candidates.close();
        }
        return best;
    }

    /** How far a language is from the asked one: the lower, the better. */
    public static int rank(String candidate, String language) {
        if (candidate.equalsIgnoreCase(language)) return 0;
        if (candidate.length() > language.length()
                && candidate.charAt(language.length()) == '-'
                && candidate.regionMatches(true, 0, language, 0, language.length())) return 1;
        return switch (candidate) {
            case "en" -> 2;
            case "mul" -> 3;
            case "" -> 4;
            default -> 5;
        };
    }

    /** The IRI in short form, or what stands behind its last slash or hash. */
    public static String shortName(String iri) {
        return Prefixes.shorten(iri)
                .orElseGet(() -> {
                    var trimmed = iri.replaceFirst("[/#]+$", "");
                    var cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#'));
                    return cut < 0 || cut == trimmed.length() - 1
                            ? iri
                            : trimmed.substring(cut + 1);
                });
    }
}
