package org.modelgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A curator adds a report as docs/how-to/add-a-report.md tells, makes the mistakes that are made,
 * and reads what is said. The directory has the vocabularies and names, and no other report.
 */
class CuratorTest {
    private static final String HEADER =
            "id,Model,Task,value,printed,stance,review,Row,Page,locator\n";
    private static final String ROWS =
            """
            t1-mmlu,Example Model 1,MMLU,71.4,71.4,,,MMLU,4,"Table 1, row MMLU"
            t1-gsm8k,Example Model 1,GSM8K,58.0,58.0,,,GSM8K,4,"Table 1, row GSM8K"
            t1-gpt-4,GPT-4,MMLU,86.4,86.4,relayed,unreviewed,MMLU,4,"Table 1, row MMLU"
            """;

    @TempDir private Path ontology;

    @BeforeEach
    void addTheReport() throws Exception {
        var bundled = Path.of("ontology");
        try (var files = Files.walk(bundled)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (isCommon(bundled.relativize(file))) {
                    var copy = ontology.resolve(bundled.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
        }
        write("graph/example-report.trig", source(Path.of("docs/how-to/add-a-report.md")));
        write("tables/example-report/results.csv", HEADER + ROWS);
        write(
                "tables/example-report/results.yaml",
                """
                columns: {model: Model, benchmark: Task, row: Row, page: Page}
                defaults: {metric: accuracy, unit: percent, setting: 5-shot, table: Table 1}
                """);
        append("tables/names/model.csv", "Example Model 1,model/example-model-1");
        append(
                "tables/core/models.csv",
                "example-model-1,Example Model 1,,,example-lab,,instruction-tuned,,,,,");
        append("tables/core/organizations.csv", "example-lab,Example Lab,示例实验室,,");
    }

    private static boolean isCommon(Path file) {
        var name = file.toString().replace('\\', '/');
        return (!name.startsWith("graph/") && !name.startsWith("tables/"))
                || name.equals("graph/core.trig")
                || name.startsWith("tables/core/")
                || name.startsWith("tables/names/");
    }

    /** The TriG of the how-to's first step. */
    private static String source(Path howTo) throws Exception {
        var text = Files.readString(howTo);
        var from = text.indexOf("```turtle\n") + 10;
        return text.substring(from, text.indexOf("```", from));
    }

    private void write(String file, String text) throws Exception {
        Files.createDirectories(ontology.resolve(file).getParent());
        Files.writeString(ontology.resolve(file), text);
    }

    private void append(String file, String line) throws Exception {
        Files.writeString(ontology.resolve(file), line + "\n", StandardOpenOption.APPEND);
    }

    private void replace(String file, String from, String to) throws Exception {
        var text = Files.readString(ontology.resolve(file));
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    private Report check() {
        return new Inspection(Optional.of(ontology), List.of()).run();
    }

    private static String words(Report report) {
        var text = new StringWriter();
        report.write(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theReportOfTheHowToHasNoFault() {
        var report = check();
        assertThat(words(report)).contains("0 faults");
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void allFaultsAreToldAtOnceEachAtItsCell() throws Exception {
        write(
                "tables/example-report/results.csv",
                HEADER
                        + """
                        t1-mmlu,ExampleModel-1,MMLUU,71.4%,71.4,,,MMLU,4,"Table 1, row MMLU"
                        t1-gsm8k,Example Model 1,GSM8K,58.0,58.0,measurd,,GSM8K,4,"Table 1"
                        t1-gpt-4,GPT-4,MMLU,864,86.4,relayed,unreviewed,MMLU,4,"Table 1"
                        T1 x,GPT-4,MMLU,86.4,86.4,relayed,unreviewed,MMLU,4,"Table 1"
                        t1-gpt-4,GPT-4,MMLU,86.4,86.4,relayed,unreviewed,MMLU,4,"Table 1"
                        t1-a,GPT-4,MMLU,86.4,86.4,relayed,unreviewed,MMLU,4,
                        t1-b,GPT-4,MMLU,86.4,86.4,relayed,unreviewed,MMLU,4,Table 1, row MMLU

                        t1-c,GPT-4,MMLU,,,relayed,unreviewed,MMLU,4,Table 1
                        """);
        append("tables/names/model.csv", "GPT-4,model/gpt-3.5");
        append("tables/names/model.csv", "Example,example-model-1");
        replace("tables/core/models.csv", ",example-lab,", ",exmple-lab,");
        var report = check();
        var table = "tables/example-report/results.csv";
        assertThat(report.findings()).isSorted();
        assertThat(report.findings())
                .filteredOn(f -> f.file().equals(table))
                .extracting(f -> f.line() + "." + f.column() + " " + f.what() + " " + f.hint())
                .satisfiesExactly(
                        f ->
                                assertThat(f)
                                        .startsWith("2.2 the model 'ExampleModel-1'")
                                        .contains("'Example Model 1'?"),
                        f ->
                                assertThat(f)
                                        .startsWith("2.3 the benchmark 'MMLUU'")
                                        .contains("Did you mean 'MMLU'?"),
                        f ->
                                assertThat(f)
                                        .startsWith("2.4 value is '71.4%', which is no number")
                                        .contains("71.4"),
                        f ->
                                assertThat(f)
                                        .startsWith("3.6 'code/measurd'")
                                        .contains("Did you mean measured?"),
                        f ->
                                assertThat(f)
                                        .startsWith("4.4 ")
                                        .contains("The value 864 of claim:example-report-t1-gpt-4"),
                        f -> assertThat(f).startsWith("5.1 'T1 x' is no id"),
                        f -> assertThat(f).startsWith("6.1 the id t1-gpt-4 stands twice"),
                        f -> assertThat(f).startsWith("7.10 locator is empty"),
                        f ->
                                assertThat(f)
                                        .startsWith("8.1 the row has 11 cells")
                                        .contains("quotes"),
                        f -> assertThat(f).startsWith("9.1 the line is empty"),
                        f -> assertThat(f).startsWith("10.0 ").contains("a percentile or both"));
        assertThat(words(report))
                .contains(
                        "'GPT-4' is model/gpt-4 already",
                        "'example-model-1' is no kind/name",
                        "'organization/exmple-lab' is the name of nothing",
                        "Did you mean example-lab?",
                        "14 faults in 3 files");
        assertThat(report.json()).contains("\"faults\" : 14", "\"column\" : 2");
    }

    @Test
    void whatNothingReadsIsTold() throws Exception {
        write("tables/exampel-report/results.csv", "id\n");
        write("tables/example-report/more.yml", "kind: results\n");
        write("tables/example-report/more.tsv", "id\n");
        write("tables/example-report/other.yaml", "kind: results\n");
        write("tables/results.csv", "id\n");
        write("graph/notes.txt", "x");
        assertThat(words(check()))
                .contains(
                        "there is no graph/exampel-report.trig",
                        "Did you mean tables/example-report?",
                        "call it more.yaml",
                        "A table ends in .csv",
                        "there is no other.csv",
                        "A table stands in the folder of its source",
                        "A source is a file graph/NAME.trig");
    }

    @Test
    void aFileThatCanNotBeReadIsToldWithItsPlace() throws Exception {
        replace("graph/example-report.trig", "code:technical-report ;", "code:technical-report");
        replace("tables/example-report/results.yaml", "benchmark:", "bench:");
        Files.write(
                ontology.resolve("tables/core/families.csv"),
                (HEADER + "é").getBytes(StandardCharsets.ISO_8859_1));
        var report = check();
        assertThat(words(report)).contains("The shapes were not asked");
        assertThat(report.findings())
                .anySatisfy(f -> assertThat(f.what()).contains("not in UTF-8"))
                .anySatisfy(f -> {
                    assertThat(f.file()).isEqualTo("graph/example-report.trig");
                    assertThat(f.line()).isPositive();
                });
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void aTableThatIsNoPlainCsvIsToldAsThat() throws Exception {
        write("tables/example-report/semicolons.csv", HEADER.replace(',', ';'));
        write("tables/example-report/mark.csv", "\uFEFF" + HEADER);
        write(
                "tables/example-report/columns.csv",
                HEADER.replace("Model", "model").replace("Task", "benchmrk"));
        write("tables/example-report/kind.yaml", "kind: result\n");
        write("tables/example-report/kind.csv", HEADER);
        assertThat(words(check()))
                .contains(
                        "the cells are separated by semicolons",
                        "byte order mark",
                        "'benchmrk' is no column of results",
                        "Did you mean benchmark?",
                        "'result' is no kind of table",
                        "the header lacks");
    }

    @Test
    void aSourceWithoutWhatItNeedsIsToldAtItsLine() throws Exception {
        replace("graph/example-report.trig", " , \"Example Model 1 报告\"@zh", "");
        replace("graph/example-report.trig", "dcterms:issued", "dcterms:available");
        replace("graph/example-report.trig", "code:technical-report", "code:technical-reprt");
        var findings = check().findings();
        assertThat(findings)
                .allSatisfy(f -> {
                    assertThat(f.file()).isEqualTo("graph/example-report.trig");
                    assertThat(f.line()).isPositive();
                })
                .extracting(f -> f.what() + " " + f.hint())
                .anySatisfy(f -> assertThat(f).contains("one label in English and one in Chinese"))
                .anySatisfy(f -> assertThat(f).contains("A source has a date"))
                .anySatisfy(f -> assertThat(f).contains("Did you mean technical-report?"));
    }
}
