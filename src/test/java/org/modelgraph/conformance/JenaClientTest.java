package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.util.concurrent.atomic.AtomicInteger;

/** Jena's RDFConnection as a client. */
class JenaClientTest {
    private static final String G = "urn:x:g";

    private final Desk desk = Desk.shared();
    private RDFConnection connection;

    @BeforeEach
    void connect() {
        desk.clear();
        desk.changed();
        var base = desk.client().base();
        AuthEnv.get().setBearerToken(base + "/update", TestServer.TOKEN);
        AuthEnv.get().setBearerToken(base + "/graphs", TestServer.TOKEN);
        connection =
                RDFConnectionRemote.newBuilder()
                        .queryEndpoint(base + "/sparql")
                        .updateEndpoint(base + "/update")
                        .gspEndpoint(base + "/graphs")
                        .parseCheckSPARQL(false)
                        .build();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void itAsksInEveryForm() {
        connection.update("INSERT DATA { <urn:s> <urn:p> 'text'@en , 2 }");
        var rows = new AtomicInteger();
        connection.querySelect("SELECT ?o { <urn:s> ?p ?o }", row -> rows.incrementAndGet());
        assertThat(rows).hasValue(2);
        assertThat(connection.queryAsk("ASK { <urn:s> <urn:p> 2 }")).isTrue();
        assertThat(connection.queryConstruct("CONSTRUCT WHERE { ?s ?p ?o }").size()).isEqualTo(2);
        assertThat(connection.queryDescribe("DESCRIBE <urn:s>").size()).isEqualTo(2);
    }

    @Test
    void itPutsFetchesAddsAndDeletesGraphs() {
        var model = ModelFactory.createDefaultModel();
        var property = ResourceFactory.createProperty("urn:p");
        model.createResource("urn:s").addProperty(property, "文本", "zh").addLiteral(property, 1);
        connection.put(G, model);
        assertThat(connection.fetch(G).isIsomorphicWith(model)).isTrue();
        connection.load(
                G,
                ModelFactory.createDefaultModel()
                        .add(model)
                        .addLiteral(ResourceFactory.createResource("urn:t"), property, 2));
        assertThat(connection.fetch(G).size()).isEqualTo(3);
        connection.put(model);
        assertThat(connection.fetch().isIsomorphicWith(model)).isTrue();
        connection.delete(G);
        assertThatThrownBy(() -> connection.fetch(G))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.getStatusCode()).isEqualTo(404));
    }

    @Test
    void itReadsALongAnswerAsItComes() {
        try (var execution = connection.query(QueryFactory.create(ScriptClientTest.LONG))) {
            var rows = execution.execSelect();
            var count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            assertThat(count).isEqualTo(10_000);
        }
    }

    @Test
    void itIsToldWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> connection.queryAsk("ASK { <urn:s> <urn:p> }"))
                .isInstanceOfSatisfying(
                        QueryExceptionHTTP.class,
                        e -> {
                            assertThat(e.getStatusCode()).isEqualTo(400);
                            assertThat(e.getResponse()).contains("\"line\":1", "\"column\":23");
                        });
        assertThatThrownBy(() -> connection.update("INSERT DATA { ?s <urn:p> 1 }"))
                .isInstanceOfSatisfying(
                        HttpException.class,
                        e -> assertThat(e.getResponse()).contains("\"line\":1", "\"column\":15"));
    }
}
