package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.http.pages.panel.Layout;

import java.util.Optional;
import java.util.regex.Pattern;

/** Pages of things are made of panels, each of which is a question of the catalogue. */
class PanelPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern TOOL = Pattern.compile("<li><a href=\"(/[^\"]+)\"");

    private final Client client = TestServer.bundled().client();

    private String page(String address) throws Exception {
        var response = client.get(address, "Accept", BROWSER);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    @Test
    void everyPanelOfEveryLayoutIsAQuestionWithThatParameter() {
        var catalog = Catalog.read(Optional.empty());
        assertThat(Layout.all())
                .isNotEmpty()
                .allSatisfy(slot ->
                        assertThat(catalog.get(slot.question()).parameters())
                                .as(slot.question())
                                .anyMatch(p -> p.name().equals(slot.parameter())));
    }

    @Test
    void aModelPageComparesWithThePredecessorAndSaysWhatIsWithheld() throws Exception {
        var page = page("/model/gpt-4?lang=en");
        assertThat(page)
                .contains("id=\"panel-model-results\"", "percentile 90", "percentile 10")
                .contains("withheld", "no known mitigation", "class=\"ego\"");
    }

    @Test
    void everyToolOfAPanelLeadsSomewhere() throws Exception {
        var page = page("/limitation/hallucination?lang=en");
        var panel = page.substring(page.indexOf("id=\"panel-issue-mitigations\""));
        var links =
                TOOL.matcher(panel.substring(0, panel.indexOf("</ul>")))
                        .results()
                        .map(r -> r.group(1).replace("&amp;", "&"))
                        .toList();
        assertThat(links).hasSize(4);
        for (var link : links) assertThat(client.get(link).statusCode()).as(link).isEqualTo(200);
    }

    @Test
    void aDocumentShowsItsPassagesAndTheClaimsThatRestOnThem() throws Exception {
        assertThat(page("/source/gpt-4-technical-report?lang=en"))
                .contains(
                        "accept image and text inputs and produce text outputs",
                        "/claim/gpt-4-technical-report-s042-image-input");
    }

    @Test
    void aClaimShowsWhatContradictsItAndWhatFollowsFromIt() throws Exception {
        assertThat(page("/claim/gpt-4-technical-report-s042-image-input?lang=en"))
                .contains("/claim/seed-1-accepts-video", "id=\"panel-claim-derived\"");
    }

    @Test
    void onlyPanelsThatAreMadeForItCanBeFramedElsewhere() throws Exception {
        var panel = client.get("/embed/issue/mitigations?issue=limitation:hallucination");
        assertThat(panel.statusCode()).isEqualTo(200);
        assertThat(panel.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *");
        assertThat(client.get("/model/gpt-4").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(v -> assertThat(v).contains("frame-ancestors 'none'"));
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() throws Exception {
        var first = client.get("/technique/rlhf", "Accept", BROWSER);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(
                        client.get("/technique/rlhf", "Accept", BROWSER, "If-None-Match", tag)
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void modelsStandSideBySideWithTheBestMarked() throws Exception {
        assertThat(page("/compare?m=gpt-4,gpt-3.5&lang=en"))
                .contains("GPT-4", "GPT-3.5", "▲", "MMLU", "format=csv");
    }

    @Test
    void resultsOfOneModelOnlyAppearWhenAskedFor() throws Exception {
        var common = page("/compare?m=gpt-4,gpt-3.5");
        var all = page("/compare?m=gpt-4,gpt-3.5&common=no");
        assertThat(all.length()).isGreaterThan(common.length());
    }

    @Test
    void aComparisonIsHadAsATable() throws Exception {
        var csv = client.get("/compare?m=gpt-4,gpt-3.5&format=csv").body();
        assertThat(csv).startsWith("section,aspect,group,setting,comparable,gpt_4,gpt_3_5");
        assertThat(csv).containsPattern("results,MMLU[^\\n]*,yes,86.4,70.0");
    }

    @Test
    void aModelThatIsNotThereIsToldWithANearName() throws Exception {
        assertThat(page("/compare?m=gtp-4&lang=en")).contains("Did you mean GPT-4?");
    }

    @Test
    void aComparisonOfNothingOffersPairs() throws Exception {
        assertThat(page("/compare?lang=en")).contains("/compare?m=gpt-4,gpt-3.5");
    }
}
