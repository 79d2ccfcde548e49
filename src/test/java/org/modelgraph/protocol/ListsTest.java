package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.browse.Listing;
import org.modelgraph.ontology.Bundled;

import java.util.List;
import java.util.regex.Pattern;

/** The lists of things, with facets that are counted. */
class ListsTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern OPTION =
            Pattern.compile(
                    "<li><a href=\"([^\"]+)\" rel=\"nofollow\"><span>([^<]*)</span> <span"
                            + " class=\"quiet\">([\\d,]+)</span>");

    private final Client client = TestServer.bundled().client();

    private String page(String address) throws Exception {
        var response = client.get(address, "Accept", BROWSER);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    /** The IRIs of a selection, as the table of all its pages has them. */
    private List<String> things(String address) throws Exception {
        var mark = address.indexOf('?');
        var csv =
                mark < 0
                        ? address + ".csv"
                        : address.substring(0, mark) + ".csv" + address.substring(mark);
        return client.get(csv).body().lines().skip(1).map(l -> l.split(",")[0]).toList();
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    void aListHasEveryThingOfItsClass(Listing listing) throws Exception {
        var stated =
                Bundled.values("s", "SELECT (STR(?x) AS ?s) { ?x a <" + listing.type() + "> }");
        assertThat(stated).hasSizeGreaterThan(20);
        assertThat(things("/" + listing.segment()))
                .containsExactlyInAnyOrderElementsOf(stated.stream().distinct().toList());
        assertThat(page("/" + listing.segment())).contains("<table class=\"list\">");
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    void everyFacetHoldsAsManyThingsAsItSays(Listing listing) throws Exception {
        var options = OPTION.matcher(page("/" + listing.segment())).results().limit(6).toList();
        if (listing != Listing.ORGANIZATIONS) assertThat(options).isNotEmpty();
        for (var option : options)
            assertThat(things(option.group(1).replace("&amp;", "&")))
                    .as(option.group(2))
                    .hasSize(Integer.parseInt(option.group(3).replace(",", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/models",
                "/models?developer=meta",
                "/models?developer=meta&developer=openai&tuning=none",
                "/models?developer=none",
                "/models?q=llama%20instruct&tuning=instruction-tuned",
                "/benchmarks?field=mathematics",
                "/benchmarks?language=en&q=GPQA",
                "/benchmarks?task=code-writing&field=games",
                "/mitigations?mitigates=limitation/hallucination",
                "/limitations?q=%E5%B9%BB%E8%A7%89",
                "/sources?language=zh",
                "/threats?broader=reconnaissance"
            })
    void theQueryBehindAListGivesTheSameThings(String address) throws Exception {
        var mark = address.indexOf('?');
        var query =
                client.get(
                                mark < 0
                                        ? address + ".rq"
                                        : address.substring(0, mark)
                                                + ".rq"
                                                + address.substring(mark))
                        .body();
        assertThat(page(address)).contains("&lt;/>");
        var answer = client.ask(query, "Accept", "text/csv");
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        var things = things(address);
        assertThat(things).isNotEmpty();
        assertThat(answer.body().lines().skip(1).map(l -> l.split(",")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(things);
    }

    @Test
    void numbersAreSortedAsNumbers() throws Exception {
        var counts =
                new ObjectMapper()
                                .readTree(client.get("/models.json?sort=-benchmarks").body())
                                .get("rows")
                                .findValues("benchmarks")
                                .stream()
                                .map(n -> n.decimalValue())
                                .toList();
        assertThat(counts).hasSizeGreaterThan(100).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void theNextPageGoesOnWithWhatWasChosen() throws Exception {
        var page = page("/models?developer=meta");
        assertThat(page)
                .contains("href=\"/models?developer=meta&amp;page=2\" rel=\"next\"")
                .contains("aria-current=\"true\"");
        assertThat(page("/models?developer=meta&page=2")).contains("rel=\"prev\"");
        assertThat(page("/models?developer=meta&page=99")).contains("rel=\"prev\"");
    }

    @Test
    void aTableIsHadByEndingOrByAccept() throws Exception {
        assertThat(client.get("/models", "Accept", "text/csv").body())
                .isEqualTo(client.get("/models.csv").body())
                .startsWith("model,label,developer,developerLabel,tuning,tuningLabel,parameters,");
        assertThat(client.get("/sources.md").body()).startsWith("| source | label |");
    }

    @Test
    void aListThatIsStillTheSameIsNotSentAgain() throws Exception {
        var tag = client.get("/risks").headers().firstValue("ETag").orElseThrow();
        assertThat(client.get("/risks", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get("/risks?q=a", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aSelectionThatFitsNothingSaysSoAndLeadsBack() throws Exception {
        assertThat(page("/models?q=zzzz%3Cscript%3E"))
                .contains("Nothing fits", "href=\"/models\"")
                .doesNotContain("<script>");
    }

    @Test
    void namesInChineseStandInTheirOwnOrder() throws Exception {
        assertThat(page("/limitations?lang=zh&q=%E5%B9%BB%E8%A7%89")).contains("幻觉", "局限");
    }
}
