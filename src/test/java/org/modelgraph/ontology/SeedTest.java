package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * The seed document, a Chinese reading of the GPT-4 Technical Report, is in the graph whole and
 * true to its words.
 */
class SeedTest {
    private static final Path TEXT = Path.of("../shared/seed/gpt4-report-reading.zh.txt");
    private static final String OF_SEED = "mg:statedIn/mg:inSource source:seed";

    @Test
    void thereAreClaimsFromEachOfTheTenSections() {
        assertThat(Bundled.count("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c " + OF_SEED + " }"))
                .isGreaterThanOrEqualTo(120);
        var sections =
                Bundled.values(
                        "section",
                        "SELECT DISTINCT ?section { ?c mg:statedIn ?p . ?p mg:inSource source:seed"
                                + " ; mg:section ?section }");
        assertThat(sections)
                .containsAll(IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList());
    }

    @Test
    void everyPassageQuotesTheTextWordForWord() throws Exception {
        assumeTrue(Files.isRegularFile(TEXT), "the seed document is not on this machine: " + TEXT);
        var text = Files.readString(TEXT);
        var quotations =
                Bundled.values("q", "SELECT ?q { ?p mg:inSource source:seed ; mg:quotation ?q }");
        assertThat(quotations)
                .hasSizeGreaterThan(100)
                .allSatisfy(q -> assertThat(text).contains(q));
    }

    @Test
    void noQuotationIsLongerThanAShortOne() {
        assertThat(Bundled.values("q", "SELECT ?q { ?p mg:quotation ?q }"))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        q -> assertThat(q.codePointCount(0, q.length())).isLessThanOrEqualTo(200));
    }

    @Test
    void whatTheTextOnlySupposesIsNotAccepted() {
        assertThat(
                        Bundled.count(
                                "SELECT (COUNT(*) AS ?n) { ?c "
                                        + OF_SEED
                                        + " ; mg:stance code:speculated }"))
                .isGreaterThan(50);
        assertThat(
                        Bundled.values(
                                "c",
                                "SELECT ?c { ?c "
                                        + OF_SEED
                                        + " ; mg:stance code:speculated ; mg:reviewStatus"
                                        + " code:accepted }"))
                .isEmpty();
    }

    @Test
    void whereSeedAndReportDisagreeBothStandAndAreLinked() {
        var pairs =
                Bundled.values(
                        "pair",
                        "SELECT ?pair { ?a "
                                + OF_SEED
                                + " ; mg:contradicts ?b . ?b mg:statedIn/mg:inSource"
                                + " source:gpt-4-technical-report BIND(CONCAT(STRAFTER(STR(?a),"
                                + " '/claim/'), ' ', STRAFTER(STR(?b), '/claim/')) AS ?pair) }");
        assertThat(pairs)
                .anyMatch(p -> p.contains("video"))
                .anyMatch(p -> p.contains("training-cost"))
                .anyMatch(p -> p.contains("data-sources"));
    }

    @Test
    void relativeAndAbsolutePercentAreDifferentMetricsAndLinked() {
        assertThat(
                        Bundled.values(
                                "units",
                                "SELECT ?units { ?a mg:metric/mg:unit ?u ; mg:contradicts ?b ;"
                                    + " mg:value ?x . ?b mg:metric/mg:unit ?v ; mg:value ?y"
                                    + " FILTER(?x = 40 && ?y = 19) BIND(CONCAT(STRAFTER(STR(?u),"
                                    + " '/code/'), ' ', STRAFTER(STR(?v), '/code/')) AS ?units) }"))
                .isNotEmpty()
                .allSatisfy(
                        units -> assertThat(units.split(" ")[0]).isNotEqualTo(units.split(" ")[1]));
    }
}
