package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Triple Pattern Fragments, as the specification of Linked Data Fragments has them. */
class FragmentsTest {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String MG = "https://w3id.org/modelgraph/ns/";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    /** A page: its triples, its controls, and its address. */
    private record Page(DatasetGraph quads, String address) {
        Graph controls() {
            return quads.getGraph(NodeFactory.createURI(address + "#metadata"));
        }

        Optional<Node> control(String name) {
            return controls()
                    .find(
                            NodeFactory.createURI(address),
                            NodeFactory.createURI(HYDRA + name),
                            Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList()
                    .stream()
                    .findFirst();
        }

        Set<Triple> triples() {
            return quads.getDefaultGraph().find().toSet();
        }

        int total() {
            return ((Number) control("totalItems").orElseThrow().getLiteralValue()).intValue();
        }
    }

    private Page page(String address) throws Exception {
        var answer = client.get(address, "Accept", "application/trig");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var quads = DatasetGraphFactory.create();
        RDFParser.fromString(answer.body(), Lang.TRIG).parse(quads);
        return new Page(quads, client.base() + address);
    }

    @Test
    void thePagesTogetherAreWhatMatches() throws Exception {
        var address = "/fragments?predicate=" + Client.encoded(MG + "developedBy");
        var first = page(address);
        assertThat(first.total()).isGreaterThan(100);
        assertThat(first.triples()).hasSize(100);
        assertThat(first.control("previous")).isEmpty();
        var all = new HashSet<>(first.triples());
        var next = first.control("next");
        while (next.isPresent()) {
            var page = page(next.get().getURI().substring(client.base().length()));
            assertThat(page.total()).isEqualTo(first.total());
            all.addAll(page.triples());
            next = page.control("next");
        }
        assertThat(all).hasSize(first.total());
        var counted =
                client.ask(
                        "SELECT (COUNT(*) AS ?n) { ?s <" + MG + "developedBy> ?o }",
                        "Accept",
                        "text/csv");
        assertThat(counted.body().lines().toList().getLast())
                .isEqualTo(String.valueOf(first.total()));
    }

    @Test
    void aPatternMayHaveLiteralsOfEveryKindAndShortNames() throws Exception {
        var label = Client.encoded("\"GPT-4\"@en");
        assertThat(page("/fragments?subject=model:gpt-4&object=" + label).triples()).isNotEmpty();
        assertThat(
                        page("/fragments?subject=model:gpt-4&object="
                                        + Client.encoded("\"GPT-4\"@fr"))
                                .triples())
                .isEmpty();
        assertThat(page("/fragments?predicate=%3Fp&object=%3Fo&subject=_:b0").total()).isZero();
        var date =
                client.ask(
                                "SELECT ?o { ?s <"
                                        + MG
                                        + "releasedOn> ?o FILTER(isLiteral(?o)) }"
                                        + " LIMIT 1",
                                "Accept",
                                "text/tab-separated-values")
                        .body()
                        .lines()
                        .toList()
                        .getLast()
                        .replaceAll("[<>]", "");
        assertThat(page("/fragments?object=" + Client.encoded(date)).total()).isPositive();
        assertThat(client.get("/fragments?subject=%22text%22").statusCode()).isEqualTo(400);
        assertThat(client.get("/fragments?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void oneGraphCanBeAsked() throws Exception {
        var graph = Client.encoded("https://w3id.org/modelgraph/graph/seed");
        var page = page("/fragments?graph=" + graph);
        assertThat(page.total()).isPositive().isLessThan(page("/fragments").total());
    }

    @Test
    void thePageSaysHowToAskForOthers() throws Exception {
        var controls = page("/fragments").controls();
        var template =
                controls.find(Node.ANY, NodeFactory.createURI(HYDRA + "template"), Node.ANY).next();
        assertThat(template.getObject().getLiteralLexicalForm())
                .isEqualTo(client.base() + "/fragments{?subject,predicate,object}");
        assertThat(
                        controls.find(
                                        template.getSubject(),
                                        NodeFactory.createURI(HYDRA + "mapping"),
                                        Node.ANY)
                                .toList())
                .hasSize(3);
        assertThat(client.get("/fragments", "Accept", "text/turtle").body())
                .contains("hydra/core#");
    }

    @Test
    void whoHasThePageIsToldSo() throws Exception {
        var first = client.get("/fragments", "Accept", "application/n-quads");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(
                        client.get(
                                        "/fragments",
                                        "Accept",
                                        "application/n-quads",
                                        "If-None-Match",
                                        tag)
                                .statusCode())
                .isEqualTo(304);
    }

    @Test
    void peopleCanLookToo() throws Exception {
        assertThat(client.get("/fragments?subject=model:gpt-4&lang=zh", "Accept", BROWSER).body())
                .contains("条陈述", "name=\"subject\"");
    }

    @Test
    void theDatasetTellsPlannersHowOftenItsTermsOccur() throws Exception {
        var graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        client.get("/.well-known/void", "Accept", "application/n-triples").body(),
                        Lang.NTRIPLES)
                .parse(graph);
        var partition =
                graph.find(
                                Node.ANY,
                                VOID.property.asNode(),
                                NodeFactory.createURI(MG + "developedBy"))
                        .next()
                        .getSubject();
        var statements = graph.find(partition, VOID.triples.asNode(), Node.ANY).next().getObject();
        assertThat(((Number) statements.getLiteralValue()).intValue()).isGreaterThan(100);
    }
}
