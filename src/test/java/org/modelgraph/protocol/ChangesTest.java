package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfpatch.changes.RDFChangesApply;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

/** The commits as pages, JSON, Atom and patches; differences; and things as they were. */
class ChangesTest {
    private static final String MODEL = "https://w3id.org/modelgraph/model/tiny";
    private static final String GRAPH = "/graphs?graph=urn:g";

    @TempDir Path directory;
    private TestServer server;
    private Client client;
    private WritingClient writer;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.writable(directory.resolve("db"), Map.of());
        client = server.client();
        writer = new WritingClient(client, TestServer.TOKEN);
        put("\"one\"", "first");
        put("\"two\"", "second");
        assertThat(writer.delete(GRAPH, "X-Reason", "third").statusCode()).isEqualTo(204);
    }

    private void put(String label, String reason) throws Exception {
        var turtle =
                "<%s> <http://www.w3.org/2000/01/rdf-schema#label> %s ; <urn:made> [ <urn:by> %s ] ."
                        .formatted(MODEL, label, label);
        assertThat(writer.put(GRAPH, turtle, "X-Reason", reason).statusCode() / 100).isEqualTo(2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode json(String path) throws Exception {
        var response = client.get(path, "Accept", "application/json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void theNewestCommitComesFirstWithWhoAndWhy() throws Exception {
        var changes = json("/changes").path("changes");
        assertThat(changes).hasSize(3);
        assertThat(changes.get(0).path("number").asInt()).isEqualTo(3);
        assertThat(changes.get(0).path("why").asText()).isEqualTo("third");
        assertThat(changes.get(0).path("who").asText()).isEqualTo("the write token");
        assertThat(changes.get(0).path("removed").asInt()).isEqualTo(3);
        assertThat(changes.get(2).path("graphs").get(0).asText()).isEqualTo("urn:g");
    }

    @Test
    void aPageLeadsToTheNextOne() throws Exception {
        var first = client.get("/changes.json?limit=2");
        var next = first.headers().firstValue("Link").orElseThrow();
        assertThat(next).contains("before=2").contains("limit=2").contains("rel=\"next\"");
        var rest = json("/changes.json?limit=2&before=2").path("changes");
        assertThat(rest).hasSize(1);
        assertThat(json("/changes.json?who=nobody").path("changes")).isEmpty();
        assertThat(json("/changes.json?since=2").path("changes")).hasSize(1);
        assertThat(client.get("/changes.json?limit=0").statusCode()).isEqualTo(400);
        assertThat(client.get("/changes.json?since=yesterday").statusCode()).isEqualTo(404);
    }

    @Test
    void theAtomFeedIsWellFormedAndPaged() throws Exception {
        var response = client.get("/changes?limit=2", "Accept", "application/atom+xml");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/atom+xml");
        var feed =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        response.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(response.body()).contains("rel=\"next\"", "<summary>third</summary>");
    }

    @Test
    void pagesAreWrittenInBothLanguages() throws Exception {
        for (var path : new String[] {"/changes", "/changes/2", "/changes?from=0&to=2"}) {
            var english = client.get(path, "Accept", "text/html");
            assertThat(english.statusCode()).as(path).isEqualTo(200);
            var chinese = client.get(path, "Accept", "text/html", "Accept-Language", "zh");
            assertThat(chinese.body()).contains("lang=\"zh-Hans\"").contains("变更");
        }
        assertThat(client.get("/changes/2", "Accept", "text/html").body()).contains("second");
    }

    @Test
    void aFollowerThatAppliesThePatchesHasTheSameQuads() throws Exception {
        put("\"four\"", "fourth");
        var response = client.get("/changes.rdfp?since=0");
        assertThat(response.statusCode()).isEqualTo(200);
        var follower = DatasetGraphFactory.createTxnMem();
        new RDFPatchReaderText(
                        new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                .apply(new RDFChangesApply(follower));
        Set<String> there = server.store().read(view -> found(view.dataset()));
        follower.begin(ReadWrite.READ);
        assertThat(found(follower)).hasSize(3).isEqualTo(there);
        follower.end();
        assertThat(response.headers().firstValue("Modelgraph-Version").orElseThrow())
                .endsWith("-4");
        assertThat(client.get("/changes.rdfp?since=4").body()).isEmpty();
        assertThat(client.get("/changes.rdfp?since=5").statusCode()).isEqualTo(404);
    }

    private static Set<String> found(DatasetGraph dataset) {
        var quads = new TreeSet<String>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(q -> quads.add(q.toString()));
        return quads;
    }

    @Test
    void aSingleChangeIsHadAsAPatchAndAsJson() throws Exception {
        assertThat(client.get("/changes/2.rdfp").body())
                .startsWith("H id <urn:modelgraph:version:")
                .contains("H why \"second\"", "TX .", "D <" + MODEL + ">", "\"two\"", "TC .");
        var change = json("/changes/2.json");
        assertThat(change.path("additions")).hasSize(3);
        assertThat(change.path("removals")).hasSize(3);
        assertThat(client.get("/changes/9").statusCode()).isEqualTo(404);
        assertThat(client.get("/changes/ffff-1").statusCode()).isEqualTo(404);
    }

    @Test
    void theDifferenceBetweenTwoVersionsIsNet() throws Exception {
        assertThat(json("/changes?from=0&to=3").path("additions")).isEmpty();
        assertThat(json("/changes?from=0&to=3").path("removals")).isEmpty();
        var back = json("/changes?from=3&to=1");
        assertThat(back.path("additions")).hasSize(3);
        assertThat(client.get("/changes?from=0&to=2&format=rdfp").body())
                .contains("\"two\"")
                .doesNotContain("\"one\"");
        assertThat(client.get("/changes?from=0&to=99").statusCode()).isEqualTo(404);
    }

    @Test
    void aThingIsShownAsItWas() throws Exception {
        assertThat(client.get("/data/model/tiny.nt").statusCode()).isEqualTo(404);
        assertThat(client.get("/data/model/tiny.nt?version=1").body())
                .contains("\"one\"")
                .doesNotContain("\"two\"");
        assertThat(client.get("/data/model/tiny.nt?version=2").body().lines()).hasSize(3);
        assertThat(client.get("/data/model/tiny.nt?version=0").statusCode()).isEqualTo(404);
        var page = client.get("/model/tiny?version=2", "Accept", "text/html").body();
        assertThat(page).contains("two", "This is version 2", "/history?iri=");
        assertThat(json("/history?iri=" + Client.encoded(MODEL)).path("changes")).hasSize(3);
        assertThat(client.get("/history?iri=" + MODEL, "Accept", "text/html").body())
                .contains("/model/tiny?version=1");
    }

    @Test
    void theHistorySurvivesARestartAndItsTagsHold() throws Exception {
        var before = client.get("/changes/2.rdfp");
        var tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get("/changes/2.rdfp", "If-None-Match", tag).statusCode()).isEqualTo(304);
        server.close();
        server = TestServer.writable(directory.resolve("db"), Map.of());
        client = server.client();
        assertThat(client.get("/changes/2.rdfp").body()).isEqualTo(before.body());
    }
}
