package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.catalog.Catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every question of the catalogue has a page with its form and its answer. */
class QuestionPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static final String HEAD =
            """
            #+ summary: How do they score?
            #+ description: Each with its score.
            #+ x-modelgraph:
            #+   summary-zh: 得分如何？
            #+   description-zh: 各自的得分。
            #+   view: VIEW
            #+   parameters:
            #+     - {name: model, type: iri, class: mg:Model, label: {en: Model, zh: 模型}}
            #+     - {name: least, type: decimal, label: {en: Least, zh: 最低}}

            PREFIX model: <https://w3id.org/modelgraph/model/>
            PREFIX b: <https://w3id.org/modelgraph/benchmark/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?model ?modelLabel ?benchmark ?score ?day {
              VALUES ?model { model:gpt-4 model:gpt-3.5 }
              VALUES ?least { 0 }
              VALUES ( ?benchmark ?score ?day ) {
                ( b:mmlu 86.4 "2023-03-14"^^xsd:date ) ( b:lsat 163 "2023-05-01"^^xsd:date )
              }
              BIND( "label" AS ?modelLabel )
              FILTER( ?score > ?least )
            }
            ORDER BY ?score ?model
            """;

    @Nested
    class Bundled {
        private final Client client = TestServer.bundled().client();

        @Test
        void theGalleryLeadsToEveryQuestion() throws Exception {
            var gallery = client.get("/queries", "Accept", BROWSER).body();
            for (var question : Catalog.read(Optional.empty()).queries())
                assertThat(gallery).contains("href=\"/queries/" + question.id() + "\"");
        }

        @Test
        void everyPageHasItsAnswerInBothLanguages() throws Exception {
            for (var question : Catalog.read(Optional.empty()).queries())
                for (var language : new String[] {"en", "zh"}) {
                    var page =
                            client.get(
                                    "/queries/" + question.id() + "?lang=" + language,
                                    "Accept",
                                    BROWSER);
                    assertThat(page.statusCode()).as(question.id()).isEqualTo(200);
                    assertThat(page.body())
                            .as(question.id())
                            .contains("<tbody>", "/api/queries/" + question.id() + ".csv")
                            .doesNotContain("<script>", "style=");
                }
        }

        @Test
        void aPageThatIsStillTheSameIsNotSentAgain() throws Exception {
            var address = "/queries/results/exam-results";
            var tag = client.get(address).headers().firstValue("ETag").orElseThrow();
            assertThat(client.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
            assertThat(client.get(address + "?lang=zh", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    /** One question, shown as a test wants it. */
    @Nested
    class OneQuestion {
        @TempDir Path folder;

        private String page(String view, String parameters) throws Exception {
            Files.createDirectories(folder.resolve("asked/results"));
            Files.writeString(
                    folder.resolve("asked/results/scores.rq"), HEAD.replace("VIEW", view));
            var settings = Map.of(Setting.QUERIES, folder.resolve("asked").toString());
            try (var server = TestServer.writable(folder.resolve("store"), settings)) {
                server.client()
                        .post(
                                "/update",
                                "application/sparql-update",
                                """
                                PREFIX mg: <https://w3id.org/modelgraph/ns/>
                                PREFIX model: <https://w3id.org/modelgraph/model/>
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                INSERT DATA {
                                  model:gpt-4 a mg:Model ; rdfs:label "GPT-4"@en .
                                  model:other a mg:Model ; rdfs:label "Other <b>"@en , "别的"@zh .
                                  mg:Model rdfs:label "model"@en , "模型"@zh }\
                                """,
                                "Authorization",
                                "Bearer " + TestServer.TOKEN);
                return server.client()
                        .get("/queries/results/scores" + parameters, "Accept", BROWSER)
                        .body();
            }
        }

        @Test
        void theFormOffersTheThingsOfTheClassAndKeepsWhatIsAsked() throws Exception {
            assertThat(page("table", "?model=model:gpt-4&least=100&lang=zh"))
                    .contains("<option value=\"model:gpt-4\" selected>GPT-4</option>")
                    .contains("<option value=\"model:other\">别的</option>")
                    .contains("name=\"least\" value=\"100\"")
                    .contains("<input type=\"hidden\" name=\"lang\" value=\"zh\">")
                    .contains(">模型</th>")
                    .doesNotContain(">86.4<", "modelLabel</th>");
        }

        @Test
        void aThingThatTheGraphDoesNotKnowIsTold() throws Exception {
            assertThat(page("table", "?model=model:gtp-4")).contains("nothing called model:gtp-4");
        }

        @Test
        void theAnswerGoesOnOnTheNextPage() throws Exception {
            assertThat(page("table", "?limit=3"))
                    .contains("Rows 1 to 3")
                    .contains("href=\"/queries/results/scores?limit=3&amp;offset=3#answer\"");
        }

        @Test
        void barsHaveOneBarARow() throws Exception {
            assertThat(count("<rect ", page("bar", ""))).isEqualTo(4);
        }

        @Test
        void dotsLieOnOneLineAModel() throws Exception {
            var page = page("dot", "");
            assertThat(count("<circle ", page)).isEqualTo(4);
            assertThat(count("class=\"track\"", page)).isEqualTo(2);
        }

        @Test
        void linesJoinNumbersByTheirDays() throws Exception {
            var page = page("line", "");
            assertThat(count("class=\"stroke", page)).isEqualTo(2);
            assertThat(page).contains(">2023-04<");
        }

        @Test
        void aMatrixSetsTwoThingsAgainstEachOther() throws Exception {
            var page = page("matrix", "");
            assertThat(count("<th scope=\"row\">", page)).isEqualTo(2);
            assertThat(page).contains("model × benchmark");
        }

        private static int count(String what, String text) {
            return (int) Pattern.compile(Pattern.quote(what)).matcher(text).results().count();
        }
    }
}
