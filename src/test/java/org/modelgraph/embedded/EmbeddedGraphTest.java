package org.modelgraph.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The graph inside another program, by nothing but its public entry. */
class EmbeddedGraphTest {
    @TempDir Path directory;

    @Test
    void aProgramWritesAndAsks() {
        try (var graph = EmbeddedGraph.at(directory.resolve("db")).empty().open()) {
            var version = graph.update("INSERT DATA { <urn:a> <urn:p> 'eins'@de , 2 }");
            assertThat(version).isNotEmpty();
            assertThat(graph.select("SELECT ?o ?none { <urn:a> <urn:p> ?o }"))
                    .extracting(row -> row.text("o"))
                    .containsExactlyInAnyOrder("eins", "2");
            assertThat(graph.select("SELECT ?o { <urn:a> <urn:p> ?o }").getFirst().variables())
                    .containsExactly("o");
            assertThat(graph.ask("ASK { <urn:a> <urn:p> 2 }")).isTrue();
            assertThat(graph.construct("CONSTRUCT WHERE { ?s ?p ?o }").size()).isEqualTo(2);
            assertThat(graph.address()).isEmpty();
        }
        try (var again = EmbeddedGraph.at(directory.resolve("db")).empty().open()) {
            assertThat(again.ask("ASK { <urn:a> <urn:p> 2 }")).isTrue();
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        try (var graph = EmbeddedGraph.at(directory.resolve("db")).empty().open()) {
            assertThatThrownBy(() -> graph.select("SELECT ?s { ?s ?p }"))
                    .hasMessageContaining("can't stand here");
            assertThatThrownBy(() -> graph.select("ASK { ?s ?p ?o }"))
                    .hasMessageContaining("no SELECT");
            assertThatThrownBy(() -> graph.ask("SELECT * { ?s ?p ?o }"))
                    .hasMessageContaining("no ASK");
            assertThatThrownBy(() -> graph.update("LOAD <http://example.org/data.ttl>"))
                    .hasMessageContaining("LOAD is not available");
            assertThatThrownBy(() -> EmbeddedGraph.at(directory.resolve("db")).empty().open())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void theSameGraphIsServed() throws Exception {
        try (var graph = EmbeddedGraph.at(directory.resolve("db")).empty().serving(0).open()) {
            graph.update("INSERT DATA { <urn:a> <urn:p> 7 }");
            var query = "/sparql?format=csv&query=SELECT%20%3Fo%20%7B%3Furn%20%3Fp%20%3Fo%7D";
            var address = URI.create(graph.address().orElseThrow() + query);
            var answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(address).build(),
                                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body().lines()).containsExactly("o", "7");
        }
    }
}
