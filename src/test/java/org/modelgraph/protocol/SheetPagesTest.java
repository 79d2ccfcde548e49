package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that look at the graph from one side: map, timeline, documents, ontology, dataset. */
class SheetPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    private String page(String address) throws Exception {
        var response = client.get(address, "Accept", BROWSER);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/map/limitations",
                "/map/limitations?kind=Risk&view=list",
                "/map/limitations?model=gpt-4",
                "/timeline",
                "/sources/compare",
                "/ontology",
                "/ontology/vocabulary?scheme=technique",
                "/dataset",
                "/help",
                "/docs/api"
            })
    void everyPageIsThereInBothLanguages(String address) throws Exception {
        var mark = address.contains("?") ? "&" : "?";
        assertThat(page(address + mark + "lang=en")).contains("<h1>");
        assertThat(page(address + mark + "lang=zh")).contains("lang=\"zh-Hans\"");
    }

    @Test
    void theMapFlagsWhatNothingActsOn() throws Exception {
        assertThat(page("/map/limitations?lang=en"))
                .contains("/limitation/hallucination", "no known mitigation", "●", "○");
    }

    @Test
    void theTimelineIsDrawnAndListed() throws Exception {
        assertThat(page("/timeline?lang=en"))
                .contains("class=\"timeline\"", "2023-03-15", "/source/gpt-4-technical-report");
    }

    @Test
    void twoDocumentsAreSetAgainstEachOther() throws Exception {
        assertThat(page("/sources/compare?a=seed&b=gpt-4-technical-report&lang=en"))
                .contains("/claim/seed-1-accepts-video", "option value=\"seed\" selected");
    }

    @Test
    void theOntologyIsDrawnFromTheGraph() throws Exception {
        assertThat(page("/ontology?lang=en"))
                .contains("id=\"panel-ontology-links\"", "/ns/Claim", "/ns/statedIn");
    }

    @Test
    void aTermTellsItsShapeItsUseAndTheQuestionsThatNameIt() throws Exception {
        assertThat(page("/ns/developedBy?lang=en"))
                .contains(
                        "id=\"panel-ontology-examples\"",
                        "id=\"panel-ontology-questions\"",
                        "id=\"panel-ontology-relations\"");
    }

    @Test
    void aVocabularyIsATree() throws Exception {
        assertThat(page("/ontology/vocabulary?scheme=limitation"))
                .contains("class=\"tree\"", "/limitation/hallucination");
    }

    @Test
    void onlyThePageForTryingTheInterfaceMaySetStylesOfItsOwn() throws Exception {
        assertThat(policy("/docs/api")).contains("'unsafe-inline'");
        assertThat(policy("/help")).doesNotContain("unsafe");
        assertThat(client.get("/docs/api/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(client.get("/docs/api/other.js").statusCode()).isEqualTo(404);
    }

    private String policy(String address) throws Exception {
        return client.get(address, "Accept", BROWSER)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }
}
