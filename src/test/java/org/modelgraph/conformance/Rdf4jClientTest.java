package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.util.Map;

/** RDF4J's SPARQLRepository as a client. */
class Rdf4jClientTest {
    private final Desk desk = Desk.shared();
    private SPARQLRepository repository;
    private RepositoryConnection connection;

    @BeforeEach
    void connect() {
        desk.clear();
        desk.changed();
        var base = desk.client().base();
        repository = new SPARQLRepository(base + "/sparql", base + "/update");
        repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + TestServer.TOKEN));
        repository.init();
        connection = repository.getConnection();
    }

    @AfterEach
    void disconnect() {
        connection.close();
        repository.shutDown();
    }

    private void insert(String triples) {
        connection.prepareUpdate("INSERT DATA { " + triples + " }").execute();
    }

    @Test
    void itAsksInEveryForm() {
        insert("<urn:s> <urn:p> '文本'@zh , 2 . GRAPH <urn:x:g> { <urn:s> <urn:p> 3 }");
        try (var rows = connection.prepareTupleQuery("SELECT ?o { <urn:s> ?p ?o }").evaluate()) {
            assertThat(rows.stream().map(r -> r.getValue("o").stringValue()))
                    .containsExactlyInAnyOrder("文本", "2");
        }
        assertThat(connection.prepareBooleanQuery("ASK { <urn:s> <urn:p> 2 }").evaluate()).isTrue();
        for (var query : new String[] {"CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <urn:s>"})
            try (var triples = connection.prepareGraphQuery(query).evaluate()) {
                assertThat(QueryResults.asModel(triples)).hasSizeGreaterThanOrEqualTo(2);
            }
    }

    @Test
    void itAddsFindsAndRemovesStatements() {
        var values = repository.getValueFactory();
        var graph = values.createIRI("urn:x:g");
        var subject = values.createIRI("urn:s");
        var property = values.createIRI("urn:p");
        connection.add(subject, property, values.createLiteral(1), graph);
        assertThat(connection.hasStatement(subject, property, null, false, graph)).isTrue();
        assertThat(connection.getStatements(subject, property, null, graph).stream())
                .extracting(Statement::getObject)
                .containsExactly(values.createLiteral(1));
        assertThat(connection.getContextIDs().stream()).hasSize(1);
        connection.remove(subject, property, null, graph);
        assertThat(connection.hasStatement(subject, property, null, false, graph)).isFalse();
    }

    @Test
    void itReadsALongAnswerAsItComes() {
        try (var rows = connection.prepareTupleQuery(ScriptClientTest.LONG).evaluate()) {
            assertThat(rows.stream().count()).isEqualTo(10_000);
        }
    }

    @Test
    void itIsToldWhatIsWrongAndWhere() {
        assertThatThrownBy(
                        () -> connection.prepareBooleanQuery("ASK { <urn:s> <urn:p> }").evaluate())
                .isInstanceOf(QueryEvaluationException.class)
                .hasMessageContaining("\"line\":1");
        assertThatThrownBy(() -> insert("?s <urn:p> 1"))
                .isInstanceOfAny(RepositoryException.class, RuntimeException.class)
                .hasStackTraceContaining("\"column\":15");
    }
}
