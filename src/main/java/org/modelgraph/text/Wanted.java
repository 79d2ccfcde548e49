package org.modelgraph.text;

import org.apache.jena.graph.Node;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a search of texts looks for. All words must occur; {@code "…"} holds words together, {@code
 * word*} stands for all words that begin so, {@code word~} for words that are spelt nearly so,
 * {@code |} for or, {@code -} for not, and brackets group. No text is an error.
 *
 * @param words the words, at most {@link #LONGEST} characters
 * @param subject whose texts alone
 * @param properties which texts of a thing; all where there are none
 * @param language of which language alone, as a tag such as {@code en}
 * @param limit how many texts at most, at least 1
 */
public record Wanted(
        String words,
        Optional<Node> subject,
        Set<Node> properties,
        Optional<String> language,
        int limit) {
    /** How many characters the words may have. */
    public static final int LONGEST = 1000;

    /** How many texts are found at most, whatever is asked for. */
    public static final int MOST = 10_000;

    private static final int DEEPEST = 50;

    /**
     * Checks what is asked.
     *
     * @throws Problem where the words are too long or nested too deeply
     */
    public Wanted {
        properties = Set.copyOf(properties);
        limit = Math.clamp(limit, 1, MOST);
        if (words.length() > LONGEST || words.chars().filter(c -> c == '(').count() > DEEPEST)
            throw Problem.of(Problem.Kind.REFUSED_QUERY, "The words to search for are too many.")
                    .hint("At most " + LONGEST + " characters and " + DEEPEST + " brackets.");
    }

    /** A search for words in all texts. */
    public static Wanted words(String words, int limit) {
        return new Wanted(words, Optional.empty(), Set.of(), Optional.empty(), limit);
    }

    /** The query of Lucene. */
    Query query() {
        var all = new BooleanQuery.Builder().add(anyTongue(), Occur.MUST);
        subject.ifPresent(s -> all.add(exactly(Entry.SUBJECT, Entry.written(s)), Occur.FILTER));
        language.ifPresent(l ->
                all.add(
                        exactly(Entry.LANGUAGE, l.toLowerCase(java.util.Locale.ROOT)),
                        Occur.FILTER));
        if (!properties.isEmpty()) {
            var some = new BooleanQuery.Builder();
            properties.forEach(p -> some.add(exactly(Entry.PROPERTY, p.getURI()), Occur.SHOULD));
            all.add(some.build(), Occur.FILTER);
        }
        return all.build();
    }

    private static Query exactly(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private Query anyTongue() {
        var queries = new ArrayList<Query>();
        for (var tongue : tongues().toList()) queries.add(in(tongue));
        return new DisjunctionMaxQuery(queries, 0);
    }

    private Stream<Tongue> tongues() {
        return language.map(l -> Tongue.allOf(l).stream())
                .orElseGet(() -> Arrays.stream(Tongue.values()));
    }

    /** The words as they are looked for in the texts of a language. */
    Query in(Tongue tongue) {
        var parser = new SimpleQueryParser(tongue.analyzer(), Map.of(tongue.field(), 1f));
        parser.setDefaultOperator(Occur.MUST);
        try {
            return Optional.ofNullable(parser.parse(words))
                    .orElse(new MatchNoDocsQuery("no words"));
        } catch (IndexSearcher.TooManyClauses e) {
            throw Problem.of(Problem.Kind.REFUSED_QUERY, "The words to search for are too many.")
                    .hint("Search for fewer words.")
                    .causedBy(e);
        }
    }
}
