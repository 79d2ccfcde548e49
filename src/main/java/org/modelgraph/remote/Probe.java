package org.modelgraph.remote;

import org.apache.jena.riot.Lang;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a remote store can do, found out by asking: nothing is written.
 *
 * @param features by name, in the order in which they were tried
 */
public record Probe(Map<String, Boolean> features) {
    private static final Logger log = LoggerFactory.getLogger(Probe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The feature of rows as TSV. */
    public static final String TSV = "tsv";

    private static final String TSV_TYPE = "text/tab-separated-values";
    private static final String JSON = "application/sparql-results+json";
    private static final Map<String, String> QUESTIONS = questions();

    private static Map<String, String> questions() {
        var questions = new LinkedHashMap<String, String>();
        questions.put("ask", "ASK {}");
        questions.put("values", "ASK { VALUES ?x { 1 } FILTER(?x = 1) }");
        questions.put("subqueries", "ASK { { SELECT (COUNT(*) AS ?n) { } } FILTER(?n >= 0) }");
        questions.put("paths", "ASK { FILTER(NOT EXISTS { <urn:x> (<urn:a>/<urn:b>)+ <urn:y> }) }");
        questions.put("tripleTerms", "ASK { FILTER(isTRIPLE(<<( <urn:a> <urn:b> <urn:c> )>>)) }");
        return questions;
    }

    /** Tries a store. */
    public static Probe of(RemoteStore store) {
        var features = new LinkedHashMap<String, Boolean>();
        QUESTIONS.forEach((name, question) -> features.put(name, isTrue(store, question)));
        features.put(TSV, tellsTerms(store));
        features.put("updates", store.addresses().update().isPresent());
        features.put("graphStore", hasGraphStore(store));
        return new Probe(Collections.unmodifiableMap(features));
    }

    private static boolean isTrue(RemoteStore store, String question) {
        try (var answer =
                store.query(question, java.util.List.of(), java.util.List.of(), JSON, PATIENCE)) {
            return answer.mediaType().equals(JSON) && ReadAnswer.truth(answer);
        } catch (RuntimeException e) {
            log.debug("The remote store fails at {}", question, e);
            return false;
        }
    }

    /** Rows as TSV have whole terms (SPARQL 1.1 Query Results CSV and TSV Formats §4). */
    private static boolean tellsTerms(RemoteStore store) {
        var question = "SELECT ?x { BIND(STRLANG('a', 'en') AS ?x) }";
        try (var answer =
                store.query(
                        question, java.util.List.of(), java.util.List.of(), TSV_TYPE, PATIENCE)) {
            var told = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            return answer.mediaType().equals(TSV_TYPE) && told.contains("\"a\"@en");
        } catch (RuntimeException | IOException e) {
            log.debug("The remote store fails at TSV", e);
            return false;
        }
    }

    private static boolean hasGraphStore(RemoteStore store) {
        if (store.addresses().graphStore().isEmpty()) return false;
        try (var answer =
                store.get(
                        Optional.of("urn:modelgraph:probe"),
                        Lang.NTRIPLES.getHeaderString(),
                        PATIENCE)) {
            return answer.status() == 200;
        } catch (Problem e) {
            return e.kind() == Problem.Kind.NOT_FOUND;
        }
    }

    /** True of a store that answers at all. */
    public boolean answers() {
        return has("ask");
    }

    /** True of a store that can do what has this name among the features. */
    public boolean has(String feature) {
        return features.getOrDefault(feature, false);
    }

    /** The features in one line. */
    public String inWords() {
        var words = new StringBuilder();
        features.forEach((name, is) ->
                words.append(words.isEmpty() ? "" : ", ").append(is ? "" : "no ").append(name));
        return words.toString();
    }
}
