package org.modelgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.List;

class TableReaderTest {
    private static final String HEADER =
            "id,model,benchmark,metric,unit,value,standard_error,percentile_low,percentile_high,"
                    + "percentile_qualifier,printed,evaluator,date,page,locator,cited\n";
    private static final String ROW =
            "t1-lsat-gpt-4,GPT-4,LSAT,exam score,LSAT scaled score,163,1.5,88,88,approximate,163"
                + " (~88th),OpenAI,2023-03-14,5,\"Table 1, row LSAT\",https://arxiv.org/abs/1\n";

    private static Names names() {
        var names = new Names();
        names.read("model", "model.csv", "printed,name\nGPT-4,model/gpt-4\n");
        names.read("benchmark", "benchmark.csv", "printed,name\nLSAT,benchmark/lsat\n");
        names.read("organization", "o.csv", "printed,name\nOpenAI,organization/openai\n");
        names.read(
                "metric",
                "metric.csv",
                "printed,name\nexam score [LSAT scaled score],metric/lsat-scaled-score\n");
        return names;
    }

    private static List<Triple> read(String text, Mapping mapping) {
        var triples = new ArrayList<Triple>();
        var asserter = NodeFactory.createURI("urn:openai");
        new TableReader("report", () -> asserter, names(), triples::add)
                .read("t.csv", text, mapping);
        return triples;
    }

    private static Triple link(String subject, String property, String object) {
        return Triple.create(
                NodeFactory.createURI(Prefixes.BASE + subject),
                NodeFactory.createURI(Prefixes.BASE + "ns/" + property),
                NodeFactory.createURI(Prefixes.BASE + object));
    }

    private static Triple claim(String property, String object) {
        return link("claim/report-t1-lsat-gpt-4", property, object);
    }

    @Test
    void aRowBecomesAResultAndThePassageItIsPrintedIn() {
        var triples = read(HEADER + ROW, Mapping.NONE);
        assertThat(triples)
                .contains(
                        claim("about", "model/gpt-4"),
                        claim("benchmark", "benchmark/lsat"),
                        claim("metric", "metric/lsat-scaled-score"),
                        claim("valueQualifier", "code/exact"),
                        claim("percentileQualifier", "code/approximate"),
                        claim("stance", "code/measured"),
                        claim("evaluatedBy", "organization/openai"),
                        claim("statedIn", "passage/report-t1-lsat-gpt-4"));
        assertThat(triples)
                .extracting(t -> t.getObject().toString())
                .contains("https://arxiv.org/abs/1");
        assertThat(triples)
                .filteredOn(t -> t.getObject().isLiteral())
                .extracting(t -> t.getObject().getLiteralLexicalForm())
                .contains("163 (~88th)", "1.5", "2023-03-14", "5");
    }

    @Test
    void theSameTableGivesTheSameTriplesInTheSameOrder() {
        assertThat(read(HEADER + ROW, Mapping.NONE)).isEqualTo(read(HEADER + ROW, Mapping.NONE));
    }

    @Test
    void aMappingFileNamesColumnsOfOthersAndWhatHoldsForAllRows() {
        var mapping =
                Mapping.parse(
                        "t.yaml",
                        """
                        kind: results
                        columns: {model: System, value: Score}
                        defaults: {benchmark: LSAT, metric: exam score, unit: LSAT scaled score,
                                   stance: relayed, review: unreviewed, locator: row}
                        ignore: [Rank]
                        """);
        assertThat(read("id,Rank,System,Score\na,1,GPT-4,163\n", mapping))
                .contains(
                        link("claim/report-a", "about", "model/gpt-4"),
                        link("claim/report-a", "stance", "code/relayed"),
                        link("claim/report-a", "reviewStatus", "code/unreviewed"));
    }

    @Test
    void aRowOfADisclosureTableBecomesADisclosureStatement() {
        var table =
                """
                id,model,item,status,reason,locator
                a,model/gpt-4,training-compute,withheld,safety|competition,page 2
                """;
        assertThat(read(table, Mapping.parse("t.yaml", "kind: disclosures")))
                .contains(
                        link("claim/report-a", "item", "disclosure/training-compute"),
                        link("claim/report-a", "disclosureStatus", "code/withheld"),
                        link("claim/report-a", "reason", "code/competition"),
                        link("claim/report-a", "reason", "code/safety"));
    }

    @Test
    void aRowOfAModelTableBecomesAModelWithItsKin() {
        var table =
                """
                name,label,family,developer,parameters,tuning,variant_of,alternative
                x-7b-chat,X 7B Chat,x,y,7,instruction-tuned,x-7b,X-7B|x7b
                """;
        var triples = read(table, Mapping.parse("t.yaml", "kind: models"));
        assertThat(triples)
                .contains(
                        link("model/x-7b-chat", "inFamily", "family/x"),
                        link("model/x-7b-chat", "developedBy", "organization/y"),
                        link("model/x-7b-chat", "tuning", "code/instruction-tuned"),
                        link("model/x-7b-chat", "variantOf", "model/x-7b"));
        assertThat(triples)
                .filteredOn(t -> t.getPredicate().getLocalName().equals("altLabel"))
                .hasSize(2);
    }

    @Test
    void aNameThatStandsNowhereIsToldWithItsLine() {
        assertProblem(2, "'GPT-5' stands in no row", HEADER + ROW.replace("GPT-4,", "GPT-5,"));
    }

    @Test
    void anIdThatStandsTwiceIsToldWithItsLine() {
        assertProblem(3, "stands twice", HEADER + ROW + ROW);
    }

    @Test
    void aNumberThatIsNoneIsToldWithItsLine() {
        assertProblem(2, "value is '16x3'", HEADER + ROW.replace(",163,", ",16x3,"));
    }

    @Test
    void aRowWithACellTooManyIsToldWithItsLine() {
        assertProblem(2, "17 cells", HEADER + ROW.replace("\n", ",\n"));
    }

    @Test
    void aRequiredCellThatIsEmptyIsToldWithItsLine() {
        assertProblem(2, "benchmark is empty", HEADER + ROW.replace(",LSAT,", ",,"));
    }

    @Test
    void anAddressThatIsNoneIsToldWithItsLine() {
        assertProblem(2, "which is no web address", HEADER + ROW.replace("https://", "file://"));
    }

    @Test
    void theLineIsRightAfterACellOfSeveralLines() {
        var broken = ROW.replace("t1-", "t2-").replace("GPT-4,", "GPT-5,");
        var first = ROW.replace("Table 1, row", "Table 1,\nrow");
        assertProblem(4, "'GPT-5'", HEADER + first + broken);
    }

    @Test
    void anotherHeaderIsToldWithTheRightOne() {
        assertThatThrownBy(() -> read("id,modell\n", Mapping.NONE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p ->
                                assertThat(p.hint().orElseThrow())
                                        .contains("id, model, benchmark, metric"));
        assertProblem(1, "lacks benchmark, metric", "id,model\n");
    }

    @Test
    void aMappingFileThatCantBeUnderstoodIsToldWithWhatWouldDo() {
        assertThatThrownBy(() -> Mapping.parse("t.yaml", "kind: result"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.hint().orElseThrow()).contains("results, disclosures"));
        assertThatThrownBy(() -> Mapping.parse("t.yaml", "defaults: {modell: x}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'modell' is no column");
        assertThatThrownBy(() -> Mapping.parse("t.yaml", "kind: results\ndefaults: {a: [\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("t.yaml:");
    }

    @Test
    void aNameWithTwoMeaningsIsRefused() {
        var names = names();
        assertThatThrownBy(() -> names.read("model", "m.csv", "printed,name\nGPT-4,model/x\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("m.csv:2");
    }

    private static void assertProblem(int line, String words, String text) {
        assertThatThrownBy(() -> read(text, Mapping.NONE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.detail()).contains(words).startsWith("t.csv:" + line);
                            assertThat(p.position().map(Position::line)).contains(line);
                        });
    }
}
