package org.modelgraph.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What holds for every import, whatever the format. */
class ImportTest {
    private static final Path CSV = Bench.FIXTURES.resolve("csv");

    private static Bench bench;

    @TempDir private Path directory;

    @BeforeAll
    static void open() throws Exception {
        bench = new Bench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private Path table(String name, String... rows) throws Exception {
        var head = "id,model,benchmark,metric,unit,value,locator\n";
        return Files.writeString(directory.resolve(name), head + String.join("\n", rows) + "\n");
    }

    @Test
    void aClaimHasItsSourceItsPlaceItsStanceAndIsUnreviewed() {
        bench.run("csv", CSV);
        assertThat(
                        bench.ask(
                                """
                                SELECT ?value ?printed ?stance ?review ?locator ?file {
                                  claim:csv-results-csv-r1 mg:about model:gpt-4 ; mg:benchmark benchmark:mmlu ;
                                    mg:metric metric:accuracy ; mg:value ?value ; mg:printedValue ?printed ;
                                    mg:stance ?stance ; mg:reviewStatus ?review ; mg:statedIn ?passage .
                                  ?passage mg:locator ?locator ; mg:inSource/dcterms:identifier ?file }
                                """))
                .containsExactly(
                        "86.4 86.4% code:relayed code:unreviewed line 2, Table 2, page 7"
                                + " results.csv");
    }

    @Test
    void whatIsWrongWithARowIsToldToTheLineAndTheOthersComeIn() {
        var run = bench.run("csv", CSV);
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("results.csv:5: model is empty"))
                .anySatisfy(l -> assertThat(l).contains("results.csv:6: row 5 is “n/a”, which is"));
        assertThat(run.notes(Note.Kind.REFUSED))
                .singleElement()
                .asString()
                .contains("results.csv:4: row 3: ", "104", "lies outside the range of this metric");
        assertThat(run.claims()).isEqualTo(2);
    }

    @Test
    void aNameThatIsNotKnownBecomesAThingOfItsOwnWithCandidates() {
        var run = bench.run("csv", CSV);
        assertThat(run.notes(Note.Kind.UNKNOWN_NAME))
                .singleElement()
                .asString()
                .contains("results.csv:3: the model “A Model of Mine” is not known");
        assertThat(bench.ask("SELECT ?label { model:import-a-model-of-mine rdfs:label ?label }"))
                .containsOnly("A Model of Mine");
    }

    @Test
    void theSameImportTwiceChangesNothing() {
        bench.run("csv", CSV);
        var before = bench.store().version();
        var again = bench.run("csv", CSV);
        assertThat(again.version()).isEqualTo(before);
        assertThat(again.outcomes())
                .extracting(FileOutcome::state)
                .containsExactly(FileOutcome.State.UNCHANGED);
    }

    @Test
    void aFileThatChangedReplacesWhatItSaidBefore() throws Exception {
        bench.run("csv", table("changing.csv", "a,GPT-4,MMLU,accuracy,percent,80,row 1"));
        bench.run("csv", table("changing.csv", "b,GPT-4,MMLU,accuracy,percent,81,row 1"));
        assertThat(values("csv-changing-csv")).containsExactly("81.0");
        var emptied =
                bench.run("csv", table("changing.csv", "b,GPT-4,MMLU,accuracy,percent,none,row 1"));
        assertThat(emptied.outcomes().getFirst().state()).isEqualTo(FileOutcome.State.EMPTY);
        assertThat(values("csv-changing-csv")).isEmpty();
    }

    private static java.util.List<String> values(String source) {
        return bench.ask(
                "SELECT ?v { ?c mg:statedIn/mg:inSource source:" + source + " ; mg:value ?v }");
    }

    @Test
    void aDryRunLeavesTheStoreAsItIs() throws Exception {
        var before = bench.store().version();
        var run =
                bench.run(
                        "csv",
                        Bench.options(Naming.Unknown.OWN, true),
                        table("dry.csv", "a,GPT-4,MMLU,accuracy,percent,80,row 1"));
        assertThat(run.claims()).isEqualTo(1);
        assertThat(bench.store().version()).isEqualTo(before);
    }

    @Test
    void namesThatAreNotKnownCanBeLeftAsideWithWhatTheyAreNeededFor() throws Exception {
        var run =
                bench.run(
                        "csv",
                        Bench.options(Naming.Unknown.LEAVE, false),
                        table(
                                "leave.csv",
                                "a,Gpt 4,MMLU,accuracy,percent,80,row 1",
                                "b,Never Heard Of,MMLU,accuracy,percent,80,row 2",
                                "c,LLAMA 3.1 8B,MMLU,accuracy,percent,80,row 3"));
        assertThat(run.claims()).isEqualTo(1);
        assertThat(run.notes(Note.Kind.UNKNOWN_NAME))
                .anySatisfy(l -> assertThat(l).contains("“Never Heard Of” is not known, so what"))
                .anySatisfy(l ->
                        assertThat(l)
                                .contains("“LLAMA 3.1 8B” may mean several things")
                                .contains("candidates: ", "model/llama-3.1-8b"));
    }

    @Test
    void twoSpellingsOfOneNameAreOneThing() throws Exception {
        bench.run(
                "csv",
                table(
                        "spellings.csv",
                        "a,Odd-Model 1,MMLU,accuracy,percent,1,row 1",
                        "b,odd model-1,MMLU,accuracy,percent,2,row 2"));
        assertThat(
                        bench.ask(
                                "SELECT ?m ?l { ?c mg:statedIn/mg:inSource source:csv-spellings-csv"
                                    + " ; mg:about ?m . ?m rdfs:label ?l FILTER(LANG(?l) = 'en')"
                                    + " }"))
                .containsOnly("model:import-odd-model-1 Odd-Model 1")
                .hasSize(2);
        var later =
                bench.run("csv", table("later.csv", "a,ODD MODEL 1,MMLU,accuracy,percent,1,row 1"));
        assertThat(later.notes(Note.Kind.REFUSED)).isEmpty();
        assertThat(
                        bench.ask(
                                "SELECT DISTINCT (STR(?l) AS ?s) { model:import-odd-model-1"
                                        + " rdfs:label ?l }"))
                .containsExactly("Odd-Model 1");
    }

    @Test
    void allFilesCanGoIntoOneGraph() throws Exception {
        var graph = "https://example.org/graph/all";
        var options =
                Bench.options(
                        Optional.empty(),
                        Optional.of(NodeFactory.createURI(graph)),
                        Naming.Unknown.OWN,
                        false);
        var one = table("one.csv", "a,GPT-4,MMLU,accuracy,percent,80,row 1");
        var two = table("two.csv", "a,GPT-4,MMLU,accuracy,percent,81,row 1");
        bench.run("csv", options, one, two);
        var before = bench.store().version();
        assertThat(bench.run("csv", options, one, two).version()).isEqualTo(before);
        bench.run("csv", options, table("one.csv", "b,GPT-4,MMLU,accuracy,percent,70,row 1"));
        assertThat(values("csv-one-csv")).containsExactly("70.0");
        assertThat(values("csv-two-csv")).containsExactly("81.0");
        assertThat(
                        bench.store()
                                .<Integer, RuntimeException>read(view ->
                                        view.graph(NodeFactory.createURI(graph))
                                                .find(
                                                        NodeFactory.createURI(
                                                                "https://w3id.org/modelgraph/claim/csv-two-csv-a"),
                                                        org.apache.jena.graph.Node.ANY,
                                                        org.apache.jena.graph.Node.ANY)
                                                .toList()
                                                .size()))
                .isPositive();
    }

    @Test
    void aMappingFileSaysWhatNamesMean() throws Exception {
        var mapping =
                Files.writeString(
                        directory.resolve("mine.yaml"),
                        "names:\n  model:\n    the big one: model/gpt-4\n");
        var options =
                Bench.options(Optional.of(mapping), Optional.empty(), Naming.Unknown.OWN, false);
        bench.run(
                "csv", options, table("named.csv", "a,the big one,MMLU,accuracy,percent,80,row 1"));
        assertThat(bench.ask("SELECT ?m { claim:csv-named-csv-a mg:about ?m }"))
                .containsExactly("model:gpt-4");
        Files.writeString(mapping, "name:\n  model: {}\n");
        assertThatThrownBy(() -> bench.run("csv", options, directory.resolve("named.csv")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("mine.yaml:2: 'name' is no key");
    }

    @Test
    void aLargeFileIsCheckedPieceByPiece() throws Exception {
        var rows = new String[5_001];
        for (var i = 0; i < rows.length; i++)
            rows[i] = "r" + i + ",Model " + i + ",MMLU,accuracy,percent," + (i % 100) + ",row";
        var run = bench.run("csv", table("large.csv", rows));
        assertThat(run.notes(Note.Kind.REFUSED)).isEmpty();
        assertThat(run.claims()).isEqualTo(5_001);
        assertThat(values("csv-large-csv")).hasSize(5_001);
        assertThat(run.words().lines().getLast()).contains("1 files read (1 taken), 5,001 claims");
    }

    @Test
    void whatIsNoFileIsToldAndSoIsADirectoryWithoutAny() {
        assertThatThrownBy(() -> bench.run("csv", directory.resolve("missing.csv")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There is no file or directory");
        assertThatThrownBy(() -> bench.run("sssom", CSV))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("No file below");
    }
}
