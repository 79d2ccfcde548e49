package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

/** A description says the same on its short way as on the long one. */
class DescribeTest {
    private static final String PREFIX = "PREFIX : <http://t.example/> ";

    @TempDir Path directory;
    private TestServer server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.writable(directory, Map.of());
        client = server.client();
        var writer = new WritingClient(client, TestServer.TOKEN);
        writer.put(
                "/graphs?graph=http://t.example/g1",
                """
                @prefix : <http://t.example/> .
                :plain :label "plain", "schlicht"@de ; :part :whole .
                :twice :label "twice" .
                :deep :has [ :label "inner" ; :has [ :label "innermost" ] ] .
                """);
        writer.put(
                "/graphs?graph=http://t.example/g2",
                """
                @prefix : <http://t.example/> .
                :twice :label "twice" ; :more 2 .
                :other :part :plain .
                """);
        server.awaitSnapshot();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Graph described(String query, String parameters) throws Exception {
        var answer =
                client.get(
                        "/sparql?query=" + Client.encoded(PREFIX + query) + parameters,
                        "Accept",
                        "application/n-triples");
        assertThat(answer.statusCode()).isEqualTo(200);
        return RDFParser.fromString(answer.body(), Lang.NTRIPLES).toGraph();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE :plain",
                "DESCRIBE :twice",
                "DESCRIBE :deep",
                "DESCRIBE :nothing",
                "DESCRIBE :plain :twice",
                "DESCRIBE :plain LIMIT 1",
                "DESCRIBE ?x { ?x :part :plain }",
                "DESCRIBE :twice FROM <http://t.example/g1>",
            })
    void bothWaysAgree(String query) throws Exception {
        var reference = described(query, "&engine=arq");
        for (var i = 0; i < 3; i++)
            assertThat(described(query, "").isIsomorphicWith(reference)).as(query).isTrue();
    }

    @Test
    void aBlankNodeBringsWhatIsSaidOfIt() throws Exception {
        assertThat(described("DESCRIBE :deep", "").size()).isEqualTo(4);
    }

    @Test
    void bothWaysAgreeOnTheDatasetOfTheRequest() throws Exception {
        var dataset = "&default-graph-uri=http://t.example/g1";
        var reference = described("DESCRIBE :twice", dataset + "&engine=arq");
        assertThat(described("DESCRIBE :twice", dataset).isIsomorphicWith(reference)).isTrue();
    }
}
