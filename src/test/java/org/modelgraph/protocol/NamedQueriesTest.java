package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.Setting;
import org.modelgraph.catalog.Catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Every question of the catalogue is an address for programs. */
class NamedQueriesTest {
    private static final String EXAMS = "/api/queries/results/exam-results";

    private static final String COUNTING =
            """
            #+ summary: Which numbers are there?
            #+ description: Those that are listed.
            #+ x-modelgraph:
            #+   summary-zh: 有哪些数？
            #+   description-zh: 列出的数。
            #+   parameters:
            #+     - {name: number, type: integer, label: {en: Number, zh: 数}}
            #+     - {name: thing, type: iri, class: mg:Model, label: {en: Thing, zh: 事物}}

            PREFIX model: <https://w3id.org/modelgraph/model/>
            SELECT ?number ?thing ?twice {
              VALUES ?number { 1 2 3 4 5 }
              VALUES ?thing { model:gpt-4 }
              BIND( ?number * 2.5 AS ?twice )
            }
            ORDER BY ?number
            """;

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    /** Over the bundled graph and catalogue. */
    @Nested
    class Bundled {
        private final Client client = TestServer.bundled().client();

        @Test
        void theListHasEveryQuestionWithItsAddress() throws Exception {
            var questions = json(client.get("/api/queries").body()).get("queries");
            assertThat(questions).hasSize(Catalog.read(Optional.empty()).queries().size());
            var first = questions.get(0);
            assertThat(first.get("title").get("zh").asText()).isNotBlank();
            assertThat(first.get("answer").asText()).startsWith(client.base() + "/api/queries/");
        }

        @Test
        void everyQuestionAnswersWithRows() throws Exception {
            for (var question : Catalog.read(Optional.empty()).queries()) {
                var response = client.get("/api/queries/" + question.id() + ".json");
                assertThat(response.statusCode()).as(question.id()).isEqualTo(200);
                assertThat(json(response.body()).get("rows")).as(question.id()).isNotEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    ".json | */*                             | application/json",
                    ".csv  | */*                             | text/csv;charset=utf-8",
                    ".tsv  | */*                             |"
                            + " text/tab-separated-values;charset=utf-8",
                    ".md   | text/html                       | text/markdown;charset=utf-8",
                    ".srj  | */*                             | application/sparql-results+json",
                    ".rq   | */*                             |"
                            + " application/sparql-query;charset=utf-8",
                    "''    | */*                             | application/json",
                    "''    | text/csv                        | text/csv;charset=utf-8",
                    "''    | text/html,*/*;q=0.8             | application/json",
                    "''    | application/sparql-results+json | application/sparql-results+json",
                    "''    | text/markdown                   | text/markdown;charset=utf-8",
                })
        void theEndingStandsAboveWhatTheClientAccepts(String ending, String accept, String type)
                throws Exception {
            var response = client.get(EXAMS + ending, "Accept", accept);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains(type);
            assertThat(response.body()).isNotBlank();
        }

        @Test
        void aNameWithDotsKeepsThem() throws Exception {
            assertThat(client.get("/api/queries/comparison/with-gpt-3.5").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/api/queries/comparison/with-gpt-3.5.csv").body())
                    .contains("\r\n");
        }

        @Test
        void aWorkbookHoldsTheSheet(@TempDir Path folder) throws Exception {
            var file = folder.resolve("answer.xlsx");
            Files.write(file, client.sendForBytes(client.to(EXAMS + ".xlsx").GET()).body());
            try (var workbook = new ZipFile(file.toFile())) {
                var sheet = workbook.getEntry("xl/worksheets/sheet1.xml");
                assertThat(workbook.getEntry("xl/workbook.xml")).isNotNull();
                assertThat(
                                new String(
                                        workbook.getInputStream(sheet).readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .contains("<v>");
            }
        }

        @Test
        void anAnswerThatIsStillTheSameIsNotSentAgain() throws Exception {
            var first = client.get(EXAMS + ".csv");
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(tag).startsWith("\"").endsWith("\"");
            var second = client.get(EXAMS + ".csv", "If-None-Match", "\"x\", " + tag);
            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.headers().firstValue("ETag")).contains(tag);
            assertThat(client.get(EXAMS + ".json", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
            assertThat(client.get(EXAMS + ".csv?limit=3", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void thePartsOfAnAnswerMakeTheWhole() throws Exception {
            var whole = json(client.get(EXAMS + ".json").body()).get("rows");
            assertThat(whole).hasSizeGreaterThan(20);
            var parts = new ArrayList<JsonNode>();
            var next = Optional.of(EXAMS + ".json?limit=10");
            while (next.isPresent()) {
                var response = client.get(next.get());
                json(response.body()).get("rows").forEach(parts::add);
                next =
                        response.headers()
                                .firstValue("Link")
                                .filter(l -> l.endsWith("; rel=\"next\""))
                                .map(l -> l.substring(1, l.indexOf('>')))
                                .map(l -> l.substring(client.base().length()));
            }
            assertThat(parts).containsExactlyElementsOf(whole);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/api/queries/results/exam-result        | 404 | Did you mean"
                            + " results/exam-results?",
                    "/api/queries/exam-results               | 404 | Did you mean"
                            + " results/exam-results?",
                    "/api/queries/results/exam-results.pdf   | 406 | .csv",
                    "/api/queries/results/exam-results?limit=0 | 400 | from 1 to 10000",
                    "/api/queries/results/exam-results?offset=-1 | 400 | from 0",
                    "/api/queries/results/exam-results?format=pdf | 406 | .csv",
                    "/api/queries/results/exam-results?nothing=1 | 400 | This question takes",
                })
        void whatIsWrongIsToldWithAWayOut(String path, int status, String hint) throws Exception {
            var response = client.get(path);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(json(response.body()).get("hint").asText()).contains(hint);
        }
    }

    /** Over a catalogue of one question, made for the test. */
    @Nested
    class OneQuestion {
        @TempDir Path folder;

        private TestServer server(String text) throws Exception {
            Files.createDirectories(folder.resolve("asked/topic"));
            Files.writeString(folder.resolve("asked/topic/numbers.rq"), text);
            return TestServer.writable(
                    folder.resolve("store"),
                    Map.of(Setting.QUERIES, folder.resolve("asked").toString()));
        }

        @Test
        void valuesTakeThePlaceOfDefaults() throws Exception {
            try (var server = server(COUNTING)) {
                var client = server.client();
                assertThat(client.get("/api/queries/topic/numbers.csv?number=7&number=8").body())
                        .isEqualTo(
                                """
                                number,thing,twice\r
                                7,https://w3id.org/modelgraph/model/gpt-4,17.5\r
                                8,https://w3id.org/modelgraph/model/gpt-4,20.0\r
                                """);
                assertThat(client.get("/api/queries/topic/numbers.md?number=7&thing=").body())
                        .isEqualTo(
                                """
                                | number | thing | twice |
                                | ---: | --- | ---: |
                                | 7 | model:gpt-4 | 17.5 |
                                """);
                var document = json(client.get("/api/queries/topic/numbers?number=7").body());
                assertThat(document.at("/rows/0/twice").isNumber()).isTrue();
                assertThat(document.at("/parameters/thing/0").asText()).isEqualTo("model:gpt-4");
                assertThat(client.get("/api/queries/topic/numbers.rq?number=7").body())
                        .contains("VALUES ?number { 7 }")
                        .doesNotContain("#+");
                assertThat(client.get("/api/queries/topic/numbers?number=seven").body())
                        .contains("a whole number such as 5");
            }
        }

        @Test
        void theTagChangesWithTheData() throws Exception {
            try (var server = server(COUNTING)) {
                var client = server.client();
                var before = client.get("/api/queries/topic/numbers.csv");
                client.post(
                        "/update",
                        "application/sparql-update",
                        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
                        "Authorization",
                        "Bearer " + TestServer.TOKEN);
                var after =
                        client.get(
                                "/api/queries/topic/numbers.csv",
                                "If-None-Match",
                                before.headers().firstValue("ETag").orElseThrow());
                assertThat(after.statusCode()).isEqualTo(200);
            }
        }

        @Test
        void theDescriptionByOpenApiHasItsParametersWithTypes() throws Exception {
            try (var server = server(COUNTING)) {
                var document = json(server.client().get("/api/openapi.json").body());
                var operation = document.get("paths").get("/api/queries/topic/numbers").get("get");
                var number = operation.get("parameters").get(0);
                assertThat(number.get("name").asText()).isEqualTo("number");
                assertThat(number.at("/schema/items/type").asText()).isEqualTo("integer");
                assertThat(number.at("/schema/default")).hasSize(5);
                assertThat(operation.get("parameters").get(1).get("description").asText())
                        .contains("mg:Model");
            }
        }
    }
}
