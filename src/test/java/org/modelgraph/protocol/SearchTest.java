package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Things are found by what they are called, in English and in Chinese. */
class SearchTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    private static List<JsonNode> suggestions(Client client, String text, String more)
            throws Exception {
        var response = client.get("/api/suggest?q=" + Client.encoded(text) + more);
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper()
                .readTree(response.body())
                .get("suggestions")
                .valueStream()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "halluc,          limitation/hallucination",
        "幻觉,            limitation/hallucination",
        "HALLUCINATION,   limitation/hallucination",
        "gpt4,            model/gpt-4",
        "GPT 4,           model/gpt-4",
        "ＧＰＴ－４,        model/gpt-4",
        "bar exam,        benchmark/uniform-bar-exam",
        "RLHF,            technique/rlhf",
        "llama 3.1 405b,  model/llama-3.1-405b",
        "越狱,            limitation/jailbreak-vulnerability"
    })
    void theBestMatchComesFirst(String text, String thing) throws Exception {
        assertThat(suggestions(client, text, "").getFirst().get("iri").asText())
                .isEqualTo("https://w3id.org/modelgraph/" + thing);
    }

    @Test
    void aSuggestionSaysWhatItIsAndWhere() throws Exception {
        var first = suggestions(client, "幻觉", "&lang=zh&limit=3");
        assertThat(first).hasSize(3);
        assertThat(first.getFirst().get("label").asText()).isEqualTo("幻觉");
        assertThat(first.getFirst().get("kind").asText()).isEqualTo("limitation");
        assertThat(first.getFirst().get("page").asText())
                .isEqualTo(client.base() + "/limitation/hallucination");
        assertThat(suggestions(client, "gpt", "&kind=family"))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.get("kind").asText()).isEqualTo("family"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/suggest, 400",
        "/api/suggest?q=a&limit=0, 400",
        "/api/suggest?q=a&limit=x, 400"
    })
    void whatIsWrongIsTold(String path, int status) throws Exception {
        var response = client.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"hint\"");
    }

    @Test
    void thePageCountsByKindAndCanBeNarrowed() throws Exception {
        var page = client.get("/search?q=gpt", "Accept", BROWSER).body();
        assertThat(page)
                .contains("href=\"/search?q=gpt&amp;kind=model\"", "rel=\"next\"", "value=\"gpt\"");
        assertThat(client.get("/search?q=gpt&kind=family", "Accept", BROWSER).body())
                .contains("href=\"/family/gpt\"")
                .doesNotContain("href=\"/claim/");
    }

    @Test
    void aSlipOfThePenIsMended() throws Exception {
        assertThat(client.get("/search?q=haluccination", "Accept", BROWSER).body())
                .contains("href=\"/search?q=hallucination\"");
    }

    @Test
    void whatIsLookedForIsEscaped() throws Exception {
        for (var text : List.of("<script>", "\" onfocus=", "%", "*", "(", "\\", "一"))
            assertThat(client.get("/search?q=" + Client.encoded(text), "Accept", BROWSER).body())
                    .doesNotContain("<script>", "value=\"\" onfocus")
                    .contains("</html>");
        assertThat(client.get("/search", "Accept", BROWSER).statusCode()).isEqualTo(200);
    }

    @Test
    void everyPageHasTheSearchBox() throws Exception {
        for (var page : List.of("/", "/models", "/model/gpt-4", "/queries", "/sparql"))
            assertThat(client.get(page, "Accept", BROWSER).body())
                    .as(page)
                    .contains("<form class=\"search\" role=\"search\" action=\"/search\"");
    }

    @Test
    void whatIsWrittenIsFoundAtOnce(@TempDir Path folder) throws Exception {
        try (var server = TestServer.writable(folder, Map.of())) {
            var mine = server.client();
            assertThat(suggestions(mine, "aurora", "")).isEmpty();
            mine.post(
                    "/update",
                    "application/sparql-update",
                    "PREFIX model: <https://w3id.org/modelgraph/model/> INSERT DATA {"
                            + " model:aurora-1 <http://www.w3.org/2000/01/rdf-schema#label>"
                            + " \"Aurora 1\"@en }",
                    "Authorization",
                    "Bearer " + TestServer.TOKEN);
            assertThat(suggestions(mine, "aurora", "")).hasSize(1);
        }
    }

    @Test
    void thePageShowsTextsInWhichTheWordsStand() throws Exception {
        var page = client.get("/search?q=competitive+landscape", "Accept", BROWSER).body();
        assertThat(page).contains("In texts", "<mark>competitive</mark>", "<mark>landscape</mark>");
        var chinese =
                client.get("/search?q=" + Client.encoded("竞争格局") + "&lang=zh", "Accept", BROWSER);
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(client.get("/search?q=zzzz", "Accept", BROWSER).body())
                .doesNotContain("In texts");
    }
}
