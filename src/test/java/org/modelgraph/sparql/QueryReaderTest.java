package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.util.List;

class QueryReaderTest {
    private static final String MG = "PREFIX mg: <https://w3id.org/modelgraph/ns/> ";

    private final QueryReader reader =
            new QueryReader(
                    new Terms(
                            List.of(
                                    Prefixes.BASE + "ns/benchmark",
                                    Prefixes.BASE + "ns/metric",
                                    Prefixes.BASE + "ns/Model")));

    private Problem problem(String query) {
        try {
            reader.read(query);
        } catch (Problem problem) {
            return problem;
        }
        throw new AssertionError("could be read: " + query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELCT * WHERE { ?s ?p ?o }                | 1 | 1  | SELECT",
                "SELECT * WHRE { ?s ?p ?o }                | 1 | 10 | WHERE",
                "SELECT * WHERE { ?s ?p ?o } ODER BY ?s    | 1 | 29 | ORDER",
                "SELECT * WHERE { ?s ?p ?o . FILTR(?o>1) } | 1 | 29 | FILTER",
                "SELECT * WHERE { OPTINAL { ?s ?p ?o } }   | 1 | 18 | OPTIONAL",
            })
    void aMisspelledKeywordIsToldWithItsPlaceAndTheRightWord(
            String query, int line, int column, String keyword) {
        var problem = problem(query);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED_QUERY);
        assertThat(problem.position()).contains(new Position(line, column));
        assertThat(problem.hint().orElseThrow()).contains(keyword);
    }

    @Test
    void aPrefixThatIsNotDeclaredIsToldWithItsDeclaration() {
        var problem = problem("SELECT * WHERE {\n  ?s mg:benchmrk ?o }");
        assertThat(problem.position()).contains(new Position(2, 6));
        assertThat(problem.hint().orElseThrow())
                .contains("PREFIX mg: <https://w3id.org/modelgraph/ns/>")
                .contains("did you mean mg:benchmark?");
    }

    @Test
    void aPrefixThatNobodyKnowsGetsTheNearestOne() {
        assertThat(problem("SELECT * { ?s skoss:prefLabel ?o }").hint().orElseThrow())
                .contains("skos:");
    }

    @Test
    void whatMayStandAtThePlaceIsTold() {
        var problem = problem("SELECT * WHERE { ?s ?p }");
        assertThat(problem.position()).contains(new Position(1, 24));
        assertThat(problem.hint().orElseThrow()).contains("?variable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT",
                "{",
                "SELECT * WHERE { ?s ?p \"open }",
                "SELECT ?x WHERE { BIND(1 AS ?x) BIND(2 AS ?x) }",
                "SELECT (1 AS ?x) (2 AS ?x) {}",
                "ASK { ?s ?p 'a'@ }",
                "INSERT DATA { <a> <b> <c> }"
            })
    void whatIsNoQueryIsAlwaysAProblemAndNeverAnotherFailure(String text) {
        assertThat(problem(text).kind()).isEqualTo(Problem.Kind.MALFORMED_QUERY);
    }

    @Test
    void noInnardsShowInAMessage() {
        assertThat(problem("SELECT * WHERE { ?s ?p }").inWords())
                .doesNotContain("org.apache", "Exception", "<VAR1>");
    }

    @Test
    void aTermOfOursThatDoesNotExistIsNoticedWhereverItStands() {
        assertThat(reader.read(MG + "SELECT * { ?s mg:benchmrk ?o }").warnings())
                .containsExactly("There is no term mg:benchmrk; did you mean mg:benchmark?");
        assertThat(reader.read(MG + "SELECT * { ?s (mg:metrik/mg:benchmark)+ ?o }").warnings())
                .hasSize(1);
        assertThat(
                        reader.read(MG + "SELECT * { ?s ?p ?o FILTER EXISTS { ?s a mg:Modell } }")
                                .warnings())
                .hasSize(1);
        assertThat(reader.read(MG + "SELECT * { ?s mg:benchmark ?o ; a mg:Model }").warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <http://example.org/> { ?s ?p ?x } }"
                        + " }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://example.org/> { ?s ?p ?x }"
                        + " } }",
                "SELECT (EXISTS { SERVICE <http://example.org/> { ?s ?p ?x } } AS ?e) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://example.org/> { ?s ?p ?x"
                        + " } })",
                "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE"
                        + " <http://example.org/> { ?s ?p ?x } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <http://example.org/> { ?s ?p ?x } }, 1, 0)) AS"
                        + " ?n) { ?s ?p ?o }",
                "SELECT * { BIND(IRI('http://example.org/') AS ?u) SERVICE ?u { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } } } }",
                "SELECT (<java:java.lang.Math>(1) AS ?x) {}",
                "SELECT * { BIND(<http://jena.apache.org/ARQ/function#wait>(1000) AS ?x) }",
            })
    void whatMustNotRunIsRefusedWhereverItStands(String query) {
        var read = reader.read(query).query();
        assertThatThrownBy(() -> Guard.check(read))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.kind()).isEqualTo(Problem.Kind.REFUSED_QUERY));
    }
}
