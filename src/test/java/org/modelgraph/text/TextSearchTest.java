package org.modelgraph.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Texts are found by their words, in the state of the store that is read. */
class TextSearchTest {
    private static final Node GRAPH = NodeFactory.createURI("urn:g");
    private static final Node NOTE = NodeFactory.createURI("urn:note");

    @TempDir Path directory;
    private KnowledgeGraph store;
    private TextSearch search;

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        search = TextSearch.of(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Quad text(String thing, String text, String language) {
        return Quad.create(
                GRAPH,
                NodeFactory.createURI("urn:" + thing),
                NOTE,
                language.isEmpty()
                        ? NodeFactory.createLiteralString(text)
                        : NodeFactory.createLiteralLang(text, language));
    }

    private void add(Quad... quads) {
        store.write(overlay -> List.of(quads).forEach(overlay::add));
    }

    private List<String> found(String words) {
        return store.read(view -> found(view, Wanted.words(words, 100)));
    }

    private List<String> found(View view, Wanted wanted) {
        return search.find(view, wanted).stream()
                .map(m -> m.subject().getURI().substring(4))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "hallucination ! en",
                "HALLUCINATED ! en",
                "hallucinating facts ! en",
                "\"made up facts\" ! en",
                "hallu* ! en",
                "hallucinat* ! en",
                "halucin~ ! en",
                "幻觉 ! zh",
                "模型 ! zh",
                "GPT-4 ! en plain zh",
                "report -page ! plain",
                "Système ! fr",
                "幻觉 | report ! page plain zh",
                "nothing ! ",
                "))(( \"* ~ ! ",
            })
    void wordsFindTheTextsThatHoldThem(String words, String things) {
        add(
                text("en", "GPT-4 hallucinates: it states made up facts.", "en"),
                text("zh", "GPT-4等大型语言模型仍会产生幻觉。", "zh"),
                text("fr", "Le système GPT4", "fr"),
                text("plain", "GPT-4 report", ""),
                text("page", "Page of the report", "en"));

        assertThat(String.join(" ", found(words))).isEqualTo(things == null ? "" : things.strip());
    }

    @Test
    void aSearchCanBeNarrowedToAThingAPropertyAndALanguage() {
        var other = NodeFactory.createURI("urn:other");
        add(text("a", "a risk", "en"), text("b", "a risk", "en-GB"), text("c", "a risk", ""));
        add(
                Quad.create(
                        GRAPH,
                        NodeFactory.createURI("urn:d"),
                        other,
                        text("x", "risk", "en").getObject()));

        store.read(view -> {
            assertThat(found(view, Wanted.words("risk", 9))).containsExactly("a", "b", "c", "d");
            assertThat(found(view, wanted(Optional.empty(), Set.of(other), "")))
                    .containsExactly("d");
            assertThat(found(view, wanted(Optional.empty(), Set.of(), "en")))
                    .containsExactly("a", "d");
            var b = NodeFactory.createURI("urn:b");
            assertThat(found(view, wanted(Optional.of(b), Set.of(), ""))).containsExactly("b");
            return 0;
        });
    }

    private static Wanted wanted(Optional<Node> subject, Set<Node> properties, String language) {
        return new Wanted(
                "risk", subject, properties, Optional.of(language).filter(l -> !l.isEmpty()), 9);
    }

    @Test
    void everyStateHasItsOwnTexts() {
        add(text("a", "first words", "en"));
        assertThat(found("words")).containsExactly("a");
        store.read(before -> {
            var writer = Thread.ofPlatform().start(() -> add(text("b", "more words", "en")));
            join(writer);
            assertThat(found(before, Wanted.words("words", 9))).containsExactly("a");
            return 0;
        });
        assertThat(found("words")).containsExactly("a", "b");

        store.write(overlay -> overlay.delete(text("a", "first words", "en")));
        assertThat(found("words")).containsExactly("b");
        store.load(bulk -> bulk.quad(text("c", "words of a bulk load", "en")));
        assertThat(found("words")).containsExactly("b", "c");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theIndexThatFollowsIsTheOneMadeAnew() {
        var random = new Random(7);
        for (var round = 0; round < 60; round++) {
            var changes = new ArrayList<Quad>();
            for (var i = 0; i < 5; i++)
                changes.add(text("t" + random.nextInt(12), "word" + random.nextInt(6), "en"));
            if (random.nextBoolean()) store.write(o -> changes.forEach(o::add));
            else store.write(o -> changes.forEach(o::delete));
            if (random.nextInt(3) > 0) continue;
            for (var w = 0; w < 6; w++) {
                var word = "word" + w;
                assertThat(found(word)).isEqualTo(List.copyOf(holding(word)));
            }
        }
    }

    private Set<String> holding(String word) {
        var things = new TreeSet<String>();
        store.read(view -> {
            view.dataset()
                    .find()
                    .forEachRemaining(q -> {
                        if (q.getObject().isLiteral()
                                && q.getObject().getLiteralLexicalForm().equals(word))
                            things.add(q.getSubject().getURI().substring(4));
                    });
            return 0;
        });
        return things;
    }

    private List<String> rows(String pattern) {
        var query =
                QueryFactory.create(
                        "PREFIX text: <http://jena.apache.org/text#> SELECT * {" + pattern + "}");
        return store.read(view -> {
            var rows = new ArrayList<String>();
            var answer = Evaluation.start(query, view.target(query), Duration.ofSeconds(9));
            try (var selected = (Answer.Rows) answer) {
                selected.rows().forEachRemaining(row -> rows.add(row.toString()));
            }
            return rows;
        });
    }

    @Test
    void queriesSearchTextsByAPropertyFunction() {
        add(text("a", "a risk of harm", "en"), text("b", "ein Risiko", "de"));

        assertThat(rows("?s text:query 'risks'")).hasSize(1).first().asString().contains("urn:a");
        assertThat(rows("(?s ?score ?text ?g ?p) text:query (<urn:note> 'risk' 5 'lang:en')"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"a risk of harm\"@en", "urn:g", "urn:note", "score");
        assertThat(rows("VALUES ?s { <urn:a> <urn:b> } ?s text:query 'risiko'")).hasSize(1);
        assertThat(rows("?s <urn:note> ?n . FILTER NOT EXISTS { ?s text:query 'risk' }"))
                .hasSize(1)
                .first()
                .asString()
                .contains("urn:b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s text:query 7",
                "?s text:query ('a' 'b')",
                "?s text:query ('a' <urn:note>)",
                "(?a ?b ?c ?d ?e ?f) text:query 'a'"
            })
    void whatDoesNotFitIsToldWithTheForm(String pattern) {
        assertThatThrownBy(() -> rows(pattern))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.kind()).isEqualTo(Problem.Kind.REFUSED_QUERY);
                            assertThat(p.hint().orElse("")).contains("text:query");
                        });
    }

    @Test
    void aSnippetMarksTheWords() {
        add(text("a", "Nothing here. It hallucinates facts. Nothing there.", "en"));
        var wanted = Wanted.words("hallucination", 1);
        var match = store.read(view -> search.find(view, wanted)).getFirst();

        assertThat(Snippet.of(match, wanted).fragments())
                .contains(new Snippet.Fragment("hallucinates", true));
    }
}
