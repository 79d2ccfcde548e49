package org.modelgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Map;

class SavedQueryTest {
    private static final String HEAD =
            """
            #+ summary: What does a model do?
            #+ description: It says so.
            #+ tags: [a, b]
            #+ x-modelgraph:
            #+   summary-zh: 模型做什么？
            #+   description-zh: 如此。
            #+   view: bar
            #+   parameters:
            #+     - {name: model, type: iri, class: mg:Model, label: {en: Model, zh: 模型}}
            #+     - {name: language, type: text, values: [en, zh], label: {en: Language, zh: 语言}}
            #+     - {name: shots, type: integer, label: {en: Shots, zh: 示例数}}

            """;
    private static final String QUERY =
            """
            PREFIX model: <https://w3id.org/modelgraph/model/>
            SELECT * {
              VALUES ?model { model:gpt-4 }
              VALUES ?language { "en" }
              VALUES ?shots { 5 }
              ?model ?p ?o
            }
            """;

    private static final SavedQuery SAVED = SavedQuery.parse("topic/name", HEAD + QUERY);

    @Test
    void theHeadSaysWhatCanBeAsked() {
        assertThat(SAVED.view()).isEqualTo(SavedQuery.View.BAR);
        assertThat(SAVED.parameters())
                .extracting(QueryParameter::name)
                .containsExactly("model", "language", "shots");
        assertThat(SAVED.parameters()).extracting(SAVED::defaultOf).contains("model:gpt-4", "5");
    }

    @Test
    void aQuestionOutsideOfAllFoldersIsOfATopic() {
        assertThat(SAVED.topic()).isEqualTo("topic");
        assertThat(SavedQuery.parse("name", HEAD + QUERY).topic()).isEqualTo("other");
    }

    @Test
    void valuesTakeThePlaceOfDefaultsAndTheQueryStaysOne() {
        var bound =
                SAVED.with(
                        Map.of(
                                "model",
                                List.of("model:gpt-3.5", "http://example.org/m"),
                                "shots",
                                List.of("0")));
        assertThat(bound)
                .contains(
                        "VALUES ?model { <https://w3id.org/modelgraph/model/gpt-3.5>"
                                + " <http://example.org/m> }")
                .contains("VALUES ?shots { 0 }")
                .contains("VALUES ?language { \"en\" }");
        assertThat(QueryFactory.create(bound).isSelectType()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model    | x> } DELETE { ?s ?p ?o } #",
                "model    | no iri",
                "language | de",
                "shots    | 5 } #",
                "shots    | many",
                "colour   | red"
            })
    void aValueThatDoesNotFitIsRefusedWithWhatWouldDo(String name, String value) {
        assertThatThrownBy(() -> SAVED.with(Map.of(name, List.of(value))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.hint()).isPresent());
    }

    @Test
    void textCantLeaveItsQuotes() {
        var saved = SavedQuery.parse("topic/name", HEAD.replace(", values: [en, zh]", "") + QUERY);
        var bound = saved.with(Map.of("language", List.of("a\" } \\ { \n ?s ?p ?o")));
        assertThat(QueryFactory.create(bound).isSelectType()).isTrue();
        assertThat(bound).contains("\"a\\\" } \\\\ { \\n ?s ?p ?o\"");
    }

    @Test
    void aParameterWithoutItsPlaceIsToldWithTheFile() {
        assertThatThrownBy(() ->
                        SavedQuery.parse(
                                "topic/name", HEAD + QUERY.replace("VALUES ?shots { 5 }", "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("queries/topic/name.rq")
                .hasMessageContaining("?shots");
    }
}
