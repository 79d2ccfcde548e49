package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.ontology.Bundled;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The page of a benchmark shows its results, and never mixes what can't be compared. */
class LeaderboardPageTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern CLAIM =
            Pattern.compile("<td class=\"number\"><a href=\"(/claim/[^\"?]+)");

    private final Client client = TestServer.bundled().client();

    private String page(String address) throws Exception {
        var response = client.get(address, "Accept", BROWSER);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static Set<String> claims(String page) {
        var claims = new HashSet<String>();
        CLAIM.matcher(page).results().forEach(m -> claims.add(m.group(1)));
        return claims;
    }

    @Test
    void aGroupHasTheResultsOfItsMetricAndSettingAndNoOthers() throws Exception {
        var shown = claims(page("/benchmark/mmlu?metric=accuracy&setting=5-shot&all=1"));
        var stated =
                Bundled.values(
                        "s",
                        """
                        PREFIX benchmark: <https://w3id.org/modelgraph/benchmark/>
                        PREFIX metric: <https://w3id.org/modelgraph/metric/>
                        PREFIX setting: <https://w3id.org/modelgraph/setting/>
                        SELECT (STR(?r) AS ?s) {
                          ?r mg:benchmark benchmark:mmlu ; mg:metric metric:accuracy ;
                             mg:setting setting:5-shot
                          FILTER NOT EXISTS { ?r mg:baseline ?b }
                        }\
                        """);
        assertThat(stated).hasSizeGreaterThan(50);
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        new HashSet<>(
                                stated.stream()
                                        .map(s ->
                                                s.substring("https://w3id.org/modelgraph".length()))
                                        .toList()));
    }

    @Test
    void everyGroupIsReachedAndTogetherTheyHoldAll() throws Exception {
        var page = page("/benchmark/mmlu");
        var groups =
                Pattern.compile(
                                "href=\"(/benchmark/mmlu\\?metric=[^\"#]*)#results\"[^>]*>[^<]*<span")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1).replace("&amp;", "&"))
                        .toList();
        assertThat(groups).hasSizeGreaterThan(5);
        var together = new HashSet<String>();
        var count = 0;
        for (var group : groups) {
            var claims = claims(page(group + "&all=1"));
            assertThat(claims).as(group).isNotEmpty();
            together.addAll(claims);
            count += claims.size();
        }
        assertThat(together).hasSize(count);
        assertThat(
                        Bundled.values(
                                "n",
                                "PREFIX benchmark: <https://w3id.org/modelgraph/benchmark/> SELECT"
                                    + " (COUNT(DISTINCT ?r) AS ?n) { ?r mg:benchmark benchmark:mmlu"
                                    + " ; mg:metric ?m }"))
                .containsExactly(String.valueOf(count));
    }

    @Test
    void theQueryBehindAGroupGivesItsResults() throws Exception {
        for (var address :
                new String[] {
                    "/benchmark/mmlu?setting=none&all=1",
                    "/benchmark/uniform-bar-exam?all=1",
                    "/benchmark/gsm8k?setting=8-shot&all=1"
                }) {
            var page = page(address);
            var csv =
                    Pattern.compile("href=\"(/sparql\\?query=[^\"]*)&amp;format=csv\"")
                            .matcher(page)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group(1);
            var rows = new HashSet<String>();
            client.get(csv + "&format=csv")
                    .body()
                    .lines()
                    .skip(1)
                    .forEach(l -> rows.add(l.substring(l.lastIndexOf(',') + 1)));
            assertThat(rows)
                    .as(address)
                    .containsExactlyInAnyOrderElementsOf(
                            new HashSet<>(
                                    claims(page).stream()
                                            .map(c -> "https://w3id.org/modelgraph" + c)
                                            .toList()));
        }
    }

    @Test
    void everyNumberHasItsSourceAndWhoReportsIt() throws Exception {
        assertThat(page("/benchmark/uniform-bar-exam"))
                .contains("298 / 400 (~90th)")
                .contains("<a href=\"/source/gpt-4-technical-report\"")
                .contains("Table 1, page 5")
                .contains("<span class=\"badge party developer\">developer</span>")
                .contains("<svg", "role=\"img\"");
        assertThat(page("/benchmark/mmlu?lang=zh"))
                .contains("class=\"badge party third-party\">第三方<", "评测结果");
    }

    @Test
    void aGroupThatDoesNotExistGivesWayToTheLargest() throws Exception {
        assertThat(claims(page("/benchmark/mmlu?setting=no-such")))
                .isEqualTo(claims(page("/benchmark/mmlu")));
    }

    @Test
    void otherPagesHaveNoLeaderboard() throws Exception {
        assertThat(page("/model/gpt-4")).doesNotContain("id=\"results\"");
    }
}
