package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

/** RDF4J's store in memory as a client that calls this server by SERVICE. */
class Rdf4jServiceTest {
    @Test
    void itJoinsItsOwnDataWithOurs() {
        var endpoint = TestServer.bundled().client().base() + "/sparql";
        var repository = new SailRepository(new MemoryStore());
        try (var connection = repository.getConnection()) {
            connection
                    .prepareUpdate(
                            "PREFIX m: <https://w3id.org/modelgraph/model/> INSERT DATA {"
                                    + " <urn:note:1> <urn:about> m:gpt-4 . <urn:note:2> <urn:about>"
                                    + " m:llama-2-70b . <urn:note:3> <urn:about> m:no-such }")
                    .execute();
            try (var rows =
                    connection
                            .prepareTupleQuery(
                                    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT"
                                            + " ?note ?name { ?note <urn:about> ?model SERVICE <"
                                            + endpoint
                                            + "> { ?model rdfs:label ?name FILTER(lang(?name)"
                                            + " = 'en') } }")
                            .evaluate()) {
                assertThat(rows.stream().map(r -> r.getValue("note").stringValue()))
                        .contains("urn:note:1")
                        .doesNotContain("urn:note:3");
            }
        } finally {
            repository.shutDown();
        }
    }
}
