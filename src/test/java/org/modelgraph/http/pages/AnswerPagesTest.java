package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class AnswerPagesTest {
    private static final Thing MODEL = new Thing(Prefixes.BASE + "model/gpt-4", "GPT-4", "en");

    private final Pages pages = new Pages();

    private static Frame frame(String language, String path, String query) {
        return new Frame(
                new Addresses("/base", "https://example.org/base"),
                Texts.of(language),
                path,
                query);
    }

    @Test
    void numbersStandRightAndNothingIsADash() {
        var table =
                new RowTable(
                        List.of("score", "model"),
                        List.of(
                                List.of(
                                        Optional.of(new Value.Text("86.4", "", "xsd:decimal")),
                                        Optional.empty())));

        assertThat(
                        pages.rows(
                                frame("en", "/sparql", ""),
                                new Run("SELECT *{}", 1, true, List.of()),
                                table))
                .contains("<th scope=\"col\" class=\"number\">score</th>")
                .contains("<th scope=\"col\">model</th>")
                .contains("title=\"no value\"", "1 row ", "There is more");
    }

    @Test
    void downloadsAskTheSameWithTheSameDataset() {
        assertThat(
                        pages.truth(
                                frame("en", "/sparql", "default-graph-uri=urn%3Ag&lang=en"),
                                new Run("ASK {}", 1, false, List.of()),
                                true))
                .contains(
                        "/base/sparql?query=ASK%20%7B%7D&amp;default-graph-uri=urn%3Ag&amp;format=csv")
                .contains("name=\"default-graph-uri\" value=\"urn:g\"");
    }

    @Test
    void aProblemPointsIntoTheQuery() {
        var problem = Problem.of(Problem.Kind.MALFORMED_QUERY, "no").at(new Position(2, 3));

        assertThat(
                        pages.problem(
                                frame("zh", "/sparql", ""),
                                problem,
                                Optional.of("SELECT *\n{ WHER }")))
                .contains(
                        "<mark>WHER</mark>",
                        "第 2 行，第 3 列",
                        "<p class=\"detail\" lang=\"en\">no</p>");
    }

    @Test
    void theCatalogueLinksToEachAnswer() {
        var question =
                new SavedQuery(
                        "results/exams",
                        Map.of("en", "Which exams?", "zh", "哪些考试？"),
                        Map.of("en", "Exams.", "zh", "考试。"),
                        List.of("exam"),
                        List.of(),
                        SavedQuery.View.TABLE,
                        "#+ summary: x\n\nASK {}");

        assertThat(pages.queries(frame("en", "/queries", ""), new Catalog(List.of(question))))
                .contains("href=\"/base/queries/results/exams\">Which exams?</a>");
    }

    @Test
    void theFrontPageCountsAndLists() {
        var facts =
                new HomeFacts(
                        List.of(new HomeFacts.Count(Kind.MODEL, 1234)),
                        List.of(MODEL),
                        99_999,
                        "v-1",
                        new Catalog(List.of()),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(pages.home(frame("en", "/", ""), facts))
                .contains("<strong>1,234</strong> Models", "99,999 triples", "v-1")
                .contains("https://example.org/base/model/gpt-4");
    }
}
