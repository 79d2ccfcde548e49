package org.modelgraph.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class EquivalencesTest {
    private static final String EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch";
    private static final String SAME = "http://www.w3.org/2002/07/owl#sameAs";
    private static final String OURS = "https://w3id.org/modelgraph/";

    private static Link exact(String from, String to) {
        return new Link(from, EXACT, to);
    }

    @Test
    void whatMeansTheSameIsOneSetInBothDirections() {
        var equivalences =
                Equivalences.of(
                        List.of(
                                exact(OURS + "risk/a", "https://a.example/x"),
                                exact("https://b.example/y", "https://a.example/x"),
                                new Link("https://c.example/z", SAME, "https://b.example/y"),
                                exact(OURS + "risk/b", "https://a.example/other")));
        assertThat(equivalences.same("https://c.example/z"))
                .containsExactlyInAnyOrder(
                        "https://c.example/z",
                        "https://b.example/y",
                        "https://a.example/x",
                        OURS + "risk/a");
        assertThat(equivalences.same("https://c.example/z")).startsWith("https://c.example/z");
        assertThat(equivalences.same("https://d.example/")).containsExactly("https://d.example/");
        assertThat(equivalences.sets()).hasSize(2);
        assertThat(equivalences.contradictions()).isEmpty();
    }

    @Test
    void twoTermsOfOneVocabularyAreNotMerged() {
        var equivalences =
                Equivalences.of(
                        List.of(
                                exact(OURS + "risk/a", "https://a.example/x"),
                                exact(OURS + "threat/b", "https://a.example/x"),
                                exact(OURS + "risk/a", "https://a.example/y")));
        assertThat(equivalences.same(OURS + "risk/a"))
                .containsExactlyInAnyOrder(OURS + "risk/a", "https://a.example/x");
        assertThat(equivalences.same(OURS + "threat/b")).containsExactly(OURS + "threat/b");
        assertThat(equivalences.contradictions()).hasSize(2);
        assertThat(equivalences.about(equivalences.same(OURS + "threat/b")))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.link()).isEqualTo(exact(OURS + "threat/b", "https://a.example/x"));
                    assertThat(List.of(c.one(), c.other()))
                            .containsExactlyInAnyOrder(OURS + "risk/a", OURS + "threat/b");
                });
    }

    @Test
    void aMergeByWayOfOthersIsRefusedToo() {
        var equivalences =
                Equivalences.of(
                        List.of(
                                exact("https://a.example/1", "https://b.example/1"),
                                exact("https://c.example/1", "https://a.example/2"),
                                exact("https://c.example/1", "https://b.example/1")));
        assertThat(equivalences.same("https://c.example/1")).doesNotContain("https://a.example/1");
        assertThat(equivalences.contradictions()).hasSize(1);
    }

    @Test
    void theOrderOfTheStatementsDoesNotMatter() {
        var links = new ArrayList<Link>();
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
            links.add(
                    exact(
                            "https://"
                                    + (char) ('a' + random.nextInt(6))
                                    + ".example/"
                                    + random.nextInt(20),
                            "https://"
                                    + (char) ('a' + random.nextInt(6))
                                    + ".example/"
                                    + random.nextInt(20)));
        var first = Equivalences.of(links);
        assertThat(first.contradictions()).isNotEmpty();
        for (var set : first.sets())
            assertThat(set.stream().map(Equivalences::vocabulary)).doesNotHaveDuplicates();
        Collections.shuffle(links, random);
        assertThat(Equivalences.of(links).contradictions()).isEqualTo(first.contradictions());
        assertThat(Equivalences.of(links).sets()).containsExactlyInAnyOrderElementsOf(first.sets());
    }
}
