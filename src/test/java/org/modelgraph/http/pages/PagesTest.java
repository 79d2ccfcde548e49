package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modelgraph.browse.Description;
import org.modelgraph.browse.Evidence;
import org.modelgraph.browse.Incoming;
import org.modelgraph.browse.Property;
import org.modelgraph.browse.Statement;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

class PagesTest {
    private static final String EVIL = "<script>alert(\"1\")</script>";
    private static final Thing GPT_4 = thing("model/gpt-4", "GPT-4", "en");

    private final Pages pages = new Pages();

    private static Thing thing(String path, String label, String language) {
        return new Thing(Prefixes.BASE + path, label, language);
    }

    private static Frame frame(String language, String path, String query) {
        return new Frame(
                new Addresses("/base", "https://example.org/base"),
                Texts.of(language),
                path,
                query);
    }

    private static Description describing(Thing thing, Property... properties) {
        return new Description(thing, List.of(), "", List.of(properties), List.of(), List.of());
    }

    private static Property property(String name, String label, Value value) {
        return new Property(
                thing("ns/" + name, label, "en"),
                "help",
                List.of(new Statement(value, List.of(thing("graph/core", "core", "en")))));
    }

    private String thingPage(Description description) {
        return pages.thing(frame("en", "/model/gpt-4", ""), description);
    }

    @Nested
    class WhatComesFromOutsideIsEscaped {
        @Test
        void inALabel() {
            assertThat(thingPage(describing(thing("model/evil", EVIL, ""))))
                    .contains("&lt;script")
                    .doesNotContain("<script>");
        }

        @Test
        void inAValueItsLanguageAndItsDatatype() {
            var text = new Value.Text(EVIL, "\"><script>", "\"><script>");

            assertThat(thingPage(describing(GPT_4, property("about", EVIL, text))))
                    .doesNotContain("<script>");
        }

        @Test
        void inAQuery() {
            var run = new Run("</textarea>" + EVIL, 1, false, List.of(EVIL));

            assertThat(
                            pages.truth(
                                    frame(
                                            "en",
                                            "/sparql",
                                            "query=x&default-graph-uri=%22%3E%3Cscript%3E"),
                                    run,
                                    true))
                    .doesNotContain("<script>")
                    .containsOnlyOnce("</textarea>");
        }

        @Test
        void inAProblem() {
            var problem =
                    Problem.of(Problem.Kind.MALFORMED_QUERY, EVIL)
                            .at(new Position(1, 3))
                            .hint(EVIL);

            assertThat(pages.problem(frame("en", "/sparql", ""), problem, Optional.of(EVIL)))
                    .doesNotContain("<script>");
        }
    }

    @Test
    void noPageHasInlineScriptsOrStyles() {
        assertThat(
                        thingPage(
                                describing(
                                        GPT_4,
                                        property("about", "is about", new Value.Node(GPT_4)))))
                .doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void anAttributeWithoutValueIsLeftOut() {
        assertThat(thingPage(describing(GPT_4))).doesNotContain("lang=\"\"", "title=\"\"");
    }

    @Nested
    class Languages {
        @Test
        void thePageSaysWhichLanguageItIsIn() {
            assertThat(pages.queries(frame("zh", "/queries", ""), new Catalog(List.of())))
                    .contains("<html lang=\"zh-Hans\">", "问题目录");
        }

        @Test
        void theSwitchKeepsTheRestOfTheAddress() {
            var page =
                    pages.truth(
                            frame("en", "/sparql", "query=ASK%7B%7D&lang=en"),
                            new Run("ASK{}", 1, false, List.of()),
                            true);

            assertThat(page)
                    .contains("href=\"/base/sparql?query=ASK%7B%7D&amp;lang=zh\"")
                    .contains("hreflang=\"zh\" href=\"https://example.org/base/sparql?query=");
        }

        @Test
        void whoeverAskedForALanguageKeepsItOnLinksAndForms() {
            var asked = frame("zh", "/sparql", "lang=zh");

            assertThat(asked.page(GPT_4.iri())).isEqualTo("/base/model/gpt-4?lang=zh");
            assertThat(pages.queryForm(asked, "", new Catalog(List.of())))
                    .contains("<input type=\"hidden\" name=\"lang\" value=\"zh\">");
            assertThat(frame("zh", "/", "").page(GPT_4.iri())).isEqualTo("/base/model/gpt-4");
        }

        @Test
        void aTextInAnotherLanguageIsMarked() {
            var text = new Value.Text("幻觉", "zh", "");

            assertThat(thingPage(describing(GPT_4, property("about", "is about", text))))
                    .contains("<span lang=\"zh\">幻觉</span> <span class=\"badge\"");
        }
    }

    @Nested
    class AThing {
        @Test
        void aClaimShowsItsWordsAndTheirSourceFirst() {
            var quotation = new Value.Text("GPT-4 “hallucinates” facts", "en", "");
            var evidence =
                    new Evidence(
                            thing("passage/p", "p", ""),
                            thing("source/report", "GPT-4 Technical Report", "en"),
                            "Section 5",
                            Optional.of(quotation));
            var stance =
                    property(
                            "stance",
                            "stance",
                            new Value.Node(thing("code/stated", "stated", "en")));
            var page =
                    thingPage(
                            new Description(
                                    thing("claim/c", "GPT-4 hallucinates.", "en"),
                                    List.of(),
                                    "",
                                    List.of(stance),
                                    List.of(evidence),
                                    List.of()));

            assertThat(page.indexOf("<blockquote>"))
                    .isBetween(0, page.indexOf("id=\"statements\""));
            assertThat(page).contains("Section 5", "class=\"code full\"");
        }

        @Test
        void whatIsWithheldLooksDifferent() {
            var withheld = new Value.Node(thing("disclosure/hardware", "hardware", "en"));

            assertThat(thingPage(describing(GPT_4, property("withholds", "withholds", withheld))))
                    .contains("class=\"code open\"");
        }

        @Test
        void incomingLinksLeadToTheirNextPage() {
            var incoming =
                    new Incoming(thing("ns/about", "is about", "en"), 60, List.of(GPT_4), 2, 3);
            var page =
                    thingPage(
                            new Description(
                                    GPT_4, List.of(), "", List.of(), List.of(), List.of(incoming)));

            assertThat(page)
                    .contains(
                            "/base/model/gpt-4?in=https%3A%2F%2Fw3id.org%2Fmodelgraph%2Fns%2Fabout&amp;page=3#in-mg-about")
                    .contains("&amp;page=1#in-mg-about");
        }

        @Test
        void aNodeWithoutNameIsNoLink() {
            var line = new TripleLine(new Thing("_:b0", "_:b0", ""), GPT_4, new Value.Node(GPT_4));

            assertThat(
                            pages.triples(
                                    frame("en", "/sparql", ""),
                                    new Run("DESCRIBE <x:y>", 1, false, List.of()),
                                    List.of(line, line)))
                    .contains("_:b0")
                    .doesNotContain("_%3Ab0");
        }
    }

    @Test
    void aMissingTextIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Texts.of("en").get("no.such.text"));
    }
}
