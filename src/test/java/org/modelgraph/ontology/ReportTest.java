package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every value of the tables of the GPT-4 Technical Report is in the graph, as it is printed. */
class ReportTest {
    private static final Path DATA = Path.of("../shared/data/gpt4-report");
    private static final String RESULT =
            "?c a mg:EvaluationResult ; mg:statedIn ?p . ?p mg:inSource ?source ; mg:locator"
                    + " ?locator";

    private static List<CSVRecord> rows(Path file) throws Exception {
        try (var parser =
                CSVParser.parse(
                        Files.readString(file),
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    @Test
    void everyRowOfTheBundledTablesIsOneClaim() throws Exception {
        var tables = new ArrayList<Path>();
        try (var files = Files.walk(Path.of("ontology/tables"))) {
            files.filter(f -> f.toString().endsWith(".csv"))
                    .filter(f ->
                            !f.getParent().endsWith("names") && !f.getParent().endsWith("core"))
                    .forEach(tables::add);
        }
        assertThat(tables).hasSizeGreaterThanOrEqualTo(10);
        var ids = new ArrayList<String>();
        for (var table : tables)
            for (var row : rows(table))
                ids.add("claim:" + table.getParent().getFileName() + "-" + row.get("id"));
        assertThat(ids).hasSizeGreaterThan(600).doesNotHaveDuplicates();
        assertThat(Bundled.values("c", "SELECT DISTINCT ?c { ?c mg:statedIn ?passage }"))
                .containsAll(ids);
    }

    @Test
    void everyPrintedValueOfTheSourceTablesIsThere() throws Exception {
        assumeTrue(
                Files.isDirectory(DATA), "the transcribed tables are not on this machine: " + DATA);
        var printed = new HashMap<String, Integer>();
        Bundled.values(
                        "v",
                        "SELECT ?v { "
                                + RESULT
                                + " ; mg:page ?page . ?c mg:printedValue ?printed"
                                + " BIND(CONCAT(?page, ' ', ?printed) AS ?v) }")
                .forEach(v -> printed.merge(v, 1, Integer::sum));
        var checked = 0;
        for (var name :
                List.of(
                        "exams_table1",
                        "academic_benchmarks_table2",
                        "base_vs_rlhf_table8",
                        "contamination_exams_table9",
                        "multilingual_mmlu_figure5"))
            for (var row : rows(DATA.resolve(name + ".csv"))) {
                var value = row.get("page") + " " + row.get("value_raw");
                assertThat(printed.merge(value, -1, Integer::sum))
                        .as("%s: %s", name, value)
                        .isGreaterThanOrEqualTo(0);
                checked++;
            }
        assertThat(checked).isEqualTo(349);
    }

    @Test
    void everyNumberOfTheContaminationTablesIsThere() throws Exception {
        assumeTrue(
                Files.isDirectory(DATA), "the transcribed tables are not on this machine: " + DATA);
        var values =
                Bundled.values("v", "SELECT ?v { " + RESULT + " ; mg:page '31' . ?c mg:value ?v }")
                        .stream()
                        .map(Double::valueOf)
                        .toList();
        var columns =
                List.of(
                        "contaminated_percent",
                        "gpt4_percent_of_max",
                        "gpt4_noncontaminated_percent",
                        "gpt4_contaminated_only_percent",
                        "degradation_percent");
        var expected = new ArrayList<Double>();
        for (var row : rows(DATA.resolve("contamination_exam_details_table10.csv")))
            for (var column : columns)
                if (!row.get(column).isEmpty()) expected.add(Double.valueOf(row.get(column)));
        assertThat(expected).hasSizeGreaterThan(200);
        assertThat(values).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyStatementOfTheReportIsAClaimWithItsQuotation() throws Exception {
        assumeTrue(
                Files.isDirectory(DATA),
                "the transcribed statements are not on this machine: " + DATA);
        var quotations =
                Bundled.values(
                        "q",
                        "SELECT DISTINCT ?q { ?c mg:statedIn ?p . ?p mg:inSource"
                                + " source:gpt-4-technical-report ; mg:quotation ?q }");
        var statements = rows(DATA.resolve("statements.csv"));
        assertThat(statements).hasSize(50);
        for (var row : statements)
            assertThat(quotations).as(row.get("id")).contains(row.get("quote"));
    }

    @Test
    void percentilesStayWhatTheyArePrintedAs() {
        var exams =
                Map.of(
                        "t1-lsat-gpt-4",
                        "163 (~88th) 88 88 approximate",
                        "t1-ap-art-history-gpt-4",
                        "5 (86th - 100th) 86 100 range",
                        "t1-codeforces-gpt-4",
                        "392 (below 5th) 0 5 below");
        exams.forEach((id, expected) ->
                assertThat(
                                Bundled.values(
                                        "v",
                                        "SELECT ?v { claim:gpt-4-technical-report-"
                                                + id
                                                + " mg:printedValue ?p ; mg:percentileLow ?l ;"
                                                + " mg:percentileHigh ?h ; mg:percentileQualifier"
                                                + " ?q BIND(CONCAT(?p, ' ', STR(?l), ' ', STR(?h),"
                                                + " ' ', STRAFTER(STR(?q), '/code/')) AS ?v) }"))
                        .containsExactly(expected));
    }

    @Test
    void noFigureThatIsOnlyDrawnGotANumber() {
        assertThat(
                        Bundled.values(
                                "l",
                                "SELECT ?l { "
                                        + RESULT
                                        + " BIND(?locator AS ?l) FILTER(REGEX(?locator, 'Figure"
                                        + " ([1-4679])([^0-9]|$)')) }"))
                .isEmpty();
    }
}
