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

class ResultTableTest {
    private static final String NAMES =
            """
            column,printed,name
            model,GPT-4,model/gpt-4
            benchmark,LSAT,benchmark/lsat
            metric,exam score [LSAT scaled score],metric/lsat-scaled-score
            """;

    private static final String ROW =
            "t1-lsat-gpt-4,GPT-4,LSAT,exam score,LSAT scaled score,,163,,,88,88,approximate,163"
                    + " (~88th),,,,,,Table 1,LSAT,GPT-4,5,\"Table 1, row LSAT\",compared,\n";

    private static List<Triple> read(String... rows) {
        var triples = new ArrayList<Triple>();
        var text = String.join(",", ResultTable.COLUMNS) + "\n" + String.join("", rows);
        var names = Names.parse("names.csv", NAMES);
        new ResultTable("report", NodeFactory.createURI("urn:openai"), "t.csv", names)
                .read(text, triples::add);
        return triples;
    }

    private static Triple claim(String property, String object) {
        return Triple.create(
                NodeFactory.createURI(Prefixes.BASE + "claim/report-t1-lsat-gpt-4"),
                NodeFactory.createURI(Prefixes.BASE + "ns/" + property),
                NodeFactory.createURI(Prefixes.BASE + object));
    }

    @Test
    void aRowBecomesAResultAndThePassageItIsPrintedIn() {
        var triples = read(ROW);
        assertThat(triples)
                .contains(
                        claim("about", "model/gpt-4"),
                        claim("benchmark", "benchmark/lsat"),
                        claim("metric", "metric/lsat-scaled-score"),
                        claim("valueQualifier", "code/exact"),
                        claim("percentileQualifier", "code/approximate"),
                        claim("stance", "code/measured"),
                        claim("statedIn", "passage/report-t1-lsat-gpt-4"));
        assertThat(triples)
                .filteredOn(t -> t.getObject().isLiteral())
                .extracting(t -> t.getObject().getLiteralLexicalForm())
                .contains("163 (~88th)", "Table 1", "5");
    }

    @Test
    void theSameTableGivesTheSameTriplesInTheSameOrder() {
        assertThat(read(ROW)).isEqualTo(read(ROW));
    }

    @Test
    void aNameThatStandsNowhereIsToldWithItsLine() {
        assertProblem(2, "'GPT-5' stands in no row", ROW.replace("GPT-4,LSAT", "GPT-5,LSAT"));
    }

    @Test
    void anIdThatStandsTwiceIsToldWithItsLine() {
        assertProblem(3, "stands twice", ROW, ROW);
    }

    @Test
    void aNumberThatIsNoneIsToldWithItsLine() {
        assertProblem(2, "value is '16x3'", ROW.replace(",163,", ",16x3,"));
    }

    @Test
    void aRowWithACellTooManyIsToldWithItsLine() {
        assertProblem(2, "26 cells", ROW.replace("\n", ",\n"));
    }

    @Test
    void anotherHeaderIsToldWithTheRightOne() {
        assertThatThrownBy(() ->
                        new ResultTable(
                                        "report",
                                        NodeFactory.createURI("urn:x"),
                                        "t.csv",
                                        Names.parse("n", NAMES))
                                .read("id,model\n", _ -> {}))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p ->
                                assertThat(p.hint().orElseThrow())
                                        .contains("id,model,benchmark,metric"));
    }

    @Test
    void aNameWithTwoMeaningsIsRefused() {
        assertThatThrownBy(() -> Names.parse("names.csv", NAMES + "model,GPT-4,model/gpt-4o\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("names.csv:5");
    }

    private static void assertProblem(int line, String words, String... rows) {
        assertThatThrownBy(() -> read(rows))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.position()).contains(new Position(line, 1));
                            assertThat(p.detail()).contains(words).startsWith("t.csv:" + line);
                        });
    }
}
