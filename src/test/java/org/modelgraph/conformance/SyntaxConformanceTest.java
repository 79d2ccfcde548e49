package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.protocol.Client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The test cases for the RDF syntaxes: every document is sent to a server, and fetched again. */
class SyntaxConformanceTest {
    private static final String TURTLE = "http://www.w3.org/2013/TurtleTests/";
    private static final String TRIG = "http://www.w3.org/2013/TriGTests/";
    private static final List<Lang> OF_TRIPLES =
            List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML, Lang.JSONLD, Lang.TRIG, Lang.NQUADS);
    private static final List<Lang> OF_QUADS = List.of(Lang.TRIG, Lang.NQUADS);

    private final Desk desk = Desk.shared();

    @TestFactory
    Stream<DynamicContainer> documentsAreReadOrRefusedAsTheCasesSay() {
        return Stream.of(
                Deviations.tests(Suite.TURTLE, this::turtle),
                Deviations.tests(Suite.TRIG, this::trig),
                Deviations.tests(Suite.N_TRIPLES, c -> put(c, c.input(), "application/n-triples")),
                Deviations.tests(Suite.N_QUADS, c -> post(c, "", "application/n-quads")),
                Deviations.tests(Suite.RDF_XML, this::rdfXml));
    }

    private static String file(Case tried) {
        return tried.input().replaceFirst(".*/", "");
    }

    private void turtle(Case tried) throws Exception {
        var base = TURTLE + file(tried);
        put(tried, base, "text/turtle");
        if (tried.type().equals("TestTurtleEval")) compare(tried.result().getURI(), base);
    }

    private void rdfXml(Case tried) throws Exception {
        var input = Manifest.document(tried, "inputDocument");
        var answer = desk.send("PUT", path(input), "application/rdf+xml", Manifest.bytes(input));
        require(tried, answer.statusCode(), answer.body());
        if (!tried.isNegative()) compare(Manifest.document(tried, "outputDocument"), input);
    }

    private void trig(Case tried) throws Exception {
        post(tried, "@base <" + TRIG + file(tried) + "> .\n", "application/trig");
        if (!tried.type().equals("TestTrigEval")) return;
        var expected = Files.data(tried.result().getURI(), TRIG);
        for (var lang : OF_QUADS)
            requireSame(expected, desk.read("/graphs", lang.getHeaderString(), lang), lang);
    }

    private static String path(String graph) {
        return "/graphs?graph=" + Client.encoded(graph);
    }

    private void put(Case tried, String graph, String type) throws Exception {
        var answer = desk.send("PUT", path(graph), type, Manifest.bytes(tried.input()));
        require(tried, answer.statusCode(), answer.body());
    }

    private void post(Case tried, String prefix, String type) throws Exception {
        desk.clear();
        var body = prefix + Manifest.text(tried.input());
        var answer = desk.send("POST", "/graphs", type, body.getBytes(StandardCharsets.UTF_8));
        require(tried, answer.statusCode(), answer.body());
    }

    private static void require(Case tried, int status, String body) {
        if (tried.isNegative()) {
            assertThat(status).isEqualTo(400);
            assertThat(body).contains("/problem/malformed-data", "\"line\":");
        } else {
            assertThat(status).as(body).isBetween(201, 204);
        }
    }

    /** Fetches the graph in every syntax; some graphs can't be said in RDF/XML. */
    private void compare(String file, String graph) throws Exception {
        var expected = DatasetGraphFactory.create(Files.data(file, graph).getDefaultGraph());
        if (expected.getDefaultGraph().isEmpty()) return;
        for (var lang : OF_TRIPLES) {
            var type = lang.getHeaderString();
            var answer =
                    desk.client()
                            .sendForBytes(desk.client().to(path(graph)).header("Accept", type));
            if (lang.equals(Lang.RDFXML) && answer.statusCode() == 406)
                assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                        .contains("XML can't say that");
            else requireSame(expected, Files.data(answer.body(), lang, graph), lang);
        }
    }

    private static void requireSame(DatasetGraph expected, DatasetGraph got, Lang lang) {
        assertThat(IsoMatcher.isomorphic(Comparison.numbers(expected), Comparison.numbers(got)))
                .as("%s, expected:\n%s\ngot:\n%s", lang, text(expected), text(got))
                .isTrue();
    }

    private static String text(DatasetGraph data) {
        var lines = new StringBuilder();
        data.find().forEachRemaining(q -> lines.append(q).append('\n'));
        return lines.toString();
    }
}
