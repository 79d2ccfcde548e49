package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The test cases for queries, asked of a server over HTTP. */
class QueryConformanceTest {
    private static final List<String> GRAPHS =
            List.of("text/turtle", "application/n-triples", "application/ld+json");

    private final Desk desk = Desk.shared();

    @TestFactory
    Stream<DynamicContainer> answersAreWhatTheCasesSay() {
        return Deviations.tests(this::evaluate, Suite.QUERY_10, Suite.QUERY_11, Suite.RESULTS_11);
    }

    @TestFactory
    Stream<DynamicContainer> textsAreReadOrRefusedAsTheCasesSay() {
        return Deviations.tests(
                this::read,
                Suite.QUERY_SYNTAX_10,
                Suite.QUERY_SYNTAX_11,
                Suite.FEDERATED_SYNTAX_11);
    }

    private void evaluate(Case tried) throws Exception {
        var address = tried.input();
        var text = Manifest.text(address);
        var query = QueryFactory.create(text, address, Syntax.syntaxSPARQL_12);
        var graphs = Files.graphs(tried.action());
        if (graphs.isEmpty()) Files.addNamed(graphs, text, address);
        desk.hold(graphs, () -> Files.dataset(graphs));
        var sent = ("BASE <" + address + ">\n" + text).getBytes(StandardCharsets.UTF_8);
        if (query.isConstructType() || query.isDescribeType()) compareGraphs(tried, sent);
        else compareResults(tried, query, sent);
    }

    private void compareGraphs(Case tried, byte[] sent) throws Exception {
        var address = tried.result().getURI();
        var expected = Files.data(address, address).getDefaultGraph();
        for (var type : GRAPHS) {
            var answer = answer(sent, type);
            var lang = RDFLanguages.contentTypeToLang(type);
            var got = Files.data(answer, lang, tried.input()).getDefaultGraph();
            assertThat(IsoMatcher.isomorphic(expected, got))
                    .as("%s, expected:\n%s\ngot:\n%s", type, expected, got)
                    .isTrue();
        }
    }

    private void compareResults(Case tried, Query query, byte[] sent) throws Exception {
        var address = tried.result().getURI();
        var comparison = new Comparison(Outcome.of(address), query.hasOrderBy(), tried.isLax());
        var formats = query.isAskType() ? Outcome.OF_TRUTH : Outcome.OF_ROWS;
        if (Files.extension(address).equals("csv")) {
            comparison.requireSameText(
                    Manifest.text(address),
                    new String(answer(sent, "text/csv"), StandardCharsets.UTF_8));
            return;
        }
        for (var format : formats)
            comparison.require(Outcome.of(answer(sent, type(format)), format));
    }

    private static String type(Lang format) {
        return format.getHeaderString();
    }

    private byte[] answer(byte[] sent, String type) throws Exception {
        var answer = desk.ask(sent, type);
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private void read(Case tried) throws Exception {
        var answer = desk.ask(Manifest.bytes(tried.input()), "*/*");
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        if (tried.isNegative()) {
            assertThat(body).contains("/problem/malformed-query", "\"line\":");
            assertThat(answer.statusCode()).isEqualTo(400);
        } else if (answer.statusCode() != 200) {
            assertThat(body)
                    .contains("/problem/refused-query")
                    .containsAnyOf("SERVICE", "The function <");
        }
    }
}
