package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;
import org.modelgraph.sparql.Format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The test cases for the service description, and that what it says is so. */
class ServiceDescriptionConformanceTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private final Desk desk = Desk.shared();

    @TestFactory
    Stream<DynamicContainer> everyCaseIsTried() {
        return Deviations.tests(this::run, Suite.DESCRIPTION_11);
    }

    private void run(Case tried) throws Exception {
        var description = description(desk.client());
        switch (tried.name()) {
            case "service-description/returns-rdf" -> assertThat(description.isEmpty()).isFalse();
            case "service-description/has-endpoint-triple" ->
                    assertThat(
                                    service(description, "/sparql")
                                            .hasProperty(RDF.type, term("Service")))
                            .isTrue();
            case "service-description/conforms-to-schema" -> requireShape(description);
            default -> throw new AssertionError("no trial for " + tried);
        }
    }

    private static Model description(Client client) throws Exception {
        var answer = client.get("/sparql", "Accept", "application/n-triples");
        assertThat(answer.statusCode()).isEqualTo(200);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        return ModelFactory.createModelForGraph(
                Files.data(bytes, Lang.NTRIPLES, client.base()).getDefaultGraph());
    }

    private static org.apache.jena.rdf.model.Property sd(String name) {
        return Case.property(SD + name);
    }

    private static Resource term(String name) {
        return ModelFactory.createDefaultModel().createResource(SD + name);
    }

    private Resource service(Model description, String path) {
        var services =
                description
                        .listSubjectsWithProperty(
                                sd("endpoint"),
                                description.createResource(desk.client().base() + path))
                        .toList();
        assertThat(services).hasSize(1);
        return services.getFirst();
    }

    /** The domains and ranges of the vocabulary (Service Description §3). */
    private static void requireShape(Model description) {
        for (var service : description.listSubjectsWithProperty(sd("endpoint")).toList()) {
            assertThat(service.hasProperty(RDF.type, term("Service"))).isTrue();
            assertThat(Case.values(service, SD + "supportedLanguage")).isNotEmpty();
            assertThat(service.getPropertyResourceValue(sd("defaultDataset")))
                    .matches(d -> d.hasProperty(RDF.type, term("Dataset")))
                    .matches(d -> d.hasProperty(sd("defaultGraph")));
        }
        for (var named : description.listObjectsOfProperty(sd("namedGraph")).toList()) {
            assertThat(named.asResource().hasProperty(RDF.type, term("NamedGraph"))).isTrue();
            assertThat(Case.values(named.asResource(), SD + "name")).hasSize(1);
            assertThat(named.asResource().getPropertyResourceValue(sd("graph")))
                    .matches(g -> g.hasProperty(RDF.type, term("Graph")));
        }
    }

    @Test
    void theGraphsAreTheStoredOnesWithAsManyTriples() throws Exception {
        desk.clear();
        desk.writer().put("/graphs?graph=urn:x:g", "<urn:s> <urn:p> 1 , 2 , 3 .");
        desk.writer().put("/graphs?default", "<urn:s> <urn:p> 1 , 2 .");
        desk.changed();
        var dataset =
                service(description(desk.client()), "/sparql")
                        .getPropertyResourceValue(sd("defaultDataset"));
        assertThat(size(dataset.getPropertyResourceValue(sd("defaultGraph")))).isEqualTo(2);
        var named = dataset.getPropertyResourceValue(sd("namedGraph"));
        assertThat(Case.value(named, SD + "name")).contains("urn:x:g");
        assertThat(size(named.getPropertyResourceValue(sd("graph")))).isEqualTo(3);
    }

    private static long size(Resource graph) {
        return graph.getRequiredProperty(VOID.triples).getLong();
    }

    private static List<String> names(Resource service, String property) {
        return Case.values(service, SD + property).stream().map(Case::name).toList();
    }

    private static Format format(String iri) {
        return Arrays.stream(Format.values())
                .filter(f -> f.iri().filter(iri::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFormatThatIsNamedIsSpoken() throws Exception {
        var description = description(desk.client());
        var results = names(service(description, "/sparql"), "resultFormat");
        assertThat(results).hasSize(10);
        for (var iri : results) {
            var type = format(iri).mediaType();
            var query =
                    format(iri).isGraph() ? "CONSTRUCT { <urn:s> <urn:p> 1 } {}" : "SELECT * {}";
            assertThat(
                            desk.client()
                                    .ask(query, "Accept", type)
                                    .headers()
                                    .firstValue("Content-Type"))
                    .hasValueSatisfying(t -> assertThat(t).startsWith(type));
        }
        assertThat(names(service(description, "/update"), "inputFormat"))
                .hasSize(6)
                .allSatisfy(iri -> assertThat(results).contains(iri));
    }

    @Test
    void everyAggregateThatIsNamedCanBeCalled() throws Exception {
        var aggregates =
                names(service(description(desk.client()), "/sparql"), "extensionAggregate");
        assertThat(aggregates).hasSize(4);
        for (var iri : aggregates) {
            var at = iri.endsWith("Exponent") ? "" : ", 5";
            var query =
                    "SELECT (<%s>(?x, ?x%s) AS ?y) { VALUES ?x { 1 2 3 4 } }".formatted(iri, at);
            assertThat(desk.client().ask(query, "Accept", "text/csv").body())
                    .matches("y\r\n\\d.*\r\n");
        }
    }

    @Test
    void aServerThatNobodyMayWriteToTellsOfNoUpdates() throws Exception {
        var description = description(TestServer.bundled().client());
        assertThat(description.listSubjectsWithProperty(sd("endpoint")).toList()).hasSize(1);
        assertThat(description.contains(null, sd("feature"), term("UnionDefaultGraph"))).isTrue();
        assertThat(description(desk.client()).contains(null, sd("feature"))).isFalse();
        var graph =
                description
                        .listObjectsOfProperty(sd("defaultGraph"))
                        .mapWith(n -> n.asResource())
                        .toList()
                        .getFirst();
        var counted =
                TestServer.bundled()
                        .client()
                        .ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv")
                        .body();
        assertThat(counted).isEqualTo("n\r\n" + size(graph) + "\r\n");
    }
}
