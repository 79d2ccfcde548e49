package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;
import org.modelgraph.command.TokensOnTheCommandLine;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** Shapes are held and rules followed in the step of the write itself. */
class ShapesOnWriteTest {
    /** An ontology of one shape and two rules, as a store holds it. */
    private static final String ONTOLOGY =
            """
            PREFIX graph: <https://w3id.org/modelgraph/graph/>
            PREFIX mg:    <https://w3id.org/modelgraph/ns/>
            PREFIX sh:    <http://www.w3.org/ns/shacl#>
            PREFIX :      <urn:x:>
            GRAPH graph:catalog {
                graph:shapes-x mg:contentHash "1" . graph:rules-x mg:contentHash "1" . graph:rules-y mg:contentHash "1" }
            GRAPH graph:shapes-x {
                :shape a sh:NodeShape ; sh:targetClass :Model ;
                    sh:property [ sh:path :name ; sh:minCount 1 ; sh:message "A model has a name." ] }
            GRAPH graph:rules-x { :r sh:construct "CONSTRUCT { ?x a <urn:x:Thing> } WHERE { ?x a <urn:x:Model> }" }
            GRAPH graph:rules-y { :s sh:construct "CONSTRUCT { ?x <urn:x:is> <urn:x:new> } WHERE { ?x a <urn:x:Model> FILTER NOT EXISTS { ?x <urn:x:from> ?y } }" }
            """;

    private static final String NAMELESS = "<urn:x:m> a <urn:x:Model> .";
    private static final String NAMED = "<urn:x:m> a <urn:x:Model> ; <urn:x:name> \"M\" .";
    private static final String MINE = "/graphs?graph=urn:mine";
    private static final String DERIVED = "/graphs?graph=https://w3id.org/modelgraph/graph/derived";

    @TempDir Path directory;
    private TestServer server;
    private WritingClient client;
    private WritingClient admin;

    private void start(String policy) throws Exception {
        server = TestServer.writable(directory.resolve("db"), Map.of(Setting.VALIDATION, policy));
        client = new WritingClient(server.client(), TestServer.TOKEN);
        var token = new TokensOnTheCommandLine(directory.resolve("db")).create("--scope", "admin");
        admin = new WritingClient(server.client(), token);
        assertThat(admin.send("POST", "/graphs", "application/trig", ONTOLOGY).statusCode())
                .isEqualTo(204);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void aBreachIsRefusedWithAReportAndTheStateStays() throws Exception {
        start("enforce");
        var before = server.store().version();
        var refused = client.put(MINE, NAMELESS);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(type(refused)).startsWith("application/problem+json");
        assertThat(refused.body())
                .contains("problem/invalid-data", "\"focus\":\"urn:x:m\"", "A model has a name.");
        assertThat(server.store().version()).isEqualTo(before);
        var report = client.put(MINE, NAMELESS, "Accept", "text/turtle");
        assertThat(report.statusCode()).isEqualTo(422);
        assertThat(type(report)).startsWith("text/turtle");
        assertThat(report.body()).contains("ValidationReport", "urn:x:m", "A model has a name.");
    }

    @Test
    void takingAwayWhatAShapeWantsIsABreachToo() throws Exception {
        start("enforce");
        assertThat(client.put(MINE, NAMED).statusCode()).isEqualTo(201);
        var refused =
                client.send(
                        "POST",
                        "/update",
                        "application/sparql-update",
                        "DELETE WHERE { GRAPH ?g { <urn:x:m> <urn:x:name> ?n } }");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(client.delete(MINE).statusCode()).isEqualTo(204);
    }

    @Test
    void aBreachThatStoodBeforeDoesNotRefuseAnotherWrite() throws Exception {
        start("enforce,urn:old=off");
        assertThat(client.put("/graphs?graph=urn:old", NAMELESS).statusCode()).isEqualTo(201);
        assertThat(client.put(MINE, "<urn:x:m> <urn:x:note> \"…\" .").statusCode()).isEqualTo(201);
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndDoesNothing() throws Exception {
        start("enforce");
        var before = server.store().version();
        var fine = client.put(MINE + "&validate=only", NAMED);
        assertThat(fine.statusCode()).isEqualTo(200);
        assertThat(fine.body()).contains("\"conforms\":true", "\"added\":2", "\"derived-added\":2");
        assertThat(client.put(MINE + "&validate=only", NAMED, "Accept", "text/turtle").body())
                .contains("conforms", "true");
        assertThat(client.put(MINE + "&validate=only", NAMELESS).statusCode()).isEqualTo(422);
        var update =
                client.send(
                        "POST",
                        "/update?validate=only",
                        "application/sparql-update",
                        "INSERT DATA { <urn:a> <urn:b> <urn:c> }");
        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(client.put(MINE + "&validate=yes", NAMED).statusCode()).isEqualTo(400);
        assertThat(server.store().version()).isEqualTo(before);
    }

    @Test
    void thePolicyOfAGraphDecides() throws Exception {
        start("warn,urn:loose=off,urn:strict=enforce");
        var warned = client.put(MINE, NAMELESS);
        assertThat(warned.statusCode()).isEqualTo(201);
        assertThat(warned.headers().firstValue("Modelgraph-Warning").orElseThrow())
                .contains("A model has a name.");
        var loose = client.put("/graphs?graph=urn:loose", NAMELESS.replace(":m>", ":n>"));
        assertThat(loose.statusCode()).isEqualTo(201);
        assertThat(loose.headers().firstValue("Modelgraph-Warning")).isEmpty();
        assertThat(
                        client.put("/graphs?graph=urn:strict", NAMELESS.replace(":m>", ":o>"))
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatFollowsIsThereInTheSameVersionAndGoesWithItsReason() throws Exception {
        start("enforce");
        client.put(MINE, NAMED);
        assertThat(client.triples(DERIVED)).contains("urn:x:Thing", "urn:x:is");
        client.send("POST", MINE, "text/turtle", "<urn:x:m> <urn:x:from> <urn:x:o> .");
        assertThat(client.triples(DERIVED)).contains("urn:x:Thing").doesNotContain("urn:x:is");
        client.delete(MINE);
        assertThat(client.triples(DERIVED)).isEmpty();
    }

    @Test
    void nobodyButAnAdministratorReachesAProtectedGraphByAnyRoute() throws Exception {
        start("enforce");
        client.put(MINE, NAMED);
        var before = server.store().version();
        var derived = "<https://w3id.org/modelgraph/graph/derived>";
        for (var update :
                new String[] {
                    "COPY <urn:mine> TO " + derived,
                    "MOVE <urn:mine> TO " + derived,
                    "ADD <urn:mine> TO " + derived,
                    "MOVE " + derived + " TO <urn:mine>",
                    "CLEAR GRAPH " + derived,
                    "DROP ALL",
                    "INSERT DATA { GRAPH " + derived + " { <urn:a> <urn:b> 1 } }"
                })
            assertThat(
                            client.send("POST", "/update", "application/sparql-update", update)
                                    .statusCode())
                    .as(update)
                    .isEqualTo(403);
        assertThat(
                        client.patch(
                                        DERIVED,
                                        "application/rdf-patch",
                                        "A <urn:a> <urn:b> <urn:c> .")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        client.patch(
                                        "/graphs",
                                        "application/rdf-patch",
                                        "A <urn:a> <urn:b> <urn:c> " + derived + " .")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        client.send(
                                        "POST",
                                        "/graphs",
                                        "application/n-quads",
                                        "<urn:a> <urn:b> <urn:c> " + derived + " .")
                                .statusCode())
                .isEqualTo(403);
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.nq\"\r\n\r\n"
                        + "<urn:a> <urn:b> <urn:c> "
                        + derived
                        + " .\r\n--b--\r\n";
        assertThat(
                        client.send("POST", "/graphs", "multipart/form-data; boundary=b", form)
                                .statusCode())
                .isEqualTo(403);
        for (var method : new String[] {"PUT", "POST", "DELETE"})
            assertThat(client.send(method, DERIVED, "text/turtle", NAMED).statusCode())
                    .as(method)
                    .isEqualTo(403);
        assertThat(server.store().version()).isEqualTo(before);
    }

    @Test
    void whatAnAdministratorWritesIntoTheDerivedGraphIsDerivedAnew() throws Exception {
        start("enforce");
        client.put(MINE, NAMED);
        var derived = client.triples(DERIVED);
        assertThat(admin.put(DERIVED, "<urn:a> <urn:b> <urn:c> .").statusCode()).isLessThan(300);
        assertThat(client.triples(DERIVED)).isEqualTo(derived);
    }
}
