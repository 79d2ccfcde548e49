package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;

/** LOAD from servers that are listed, and from others. */
class LoadOperationTest {
    @TempDir static Path directory;

    private static Pair pair;

    @BeforeAll
    static void start() throws Exception {
        pair = Pair.in(directory);
        Pair.insert(pair.far(), "<urn:a> <urn:name> 'a'");
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    private static void answers(ScriptedServer.Answer answer) {
        pair.scripted().answers(answer);
    }

    private static HttpResponse<String> load(String operation) throws Exception {
        return Pair.update(pair.near().client(), operation);
    }

    private static String document() {
        return "<" + pair.scripted().base() + "/data.ttl>";
    }

    @Test
    void aDocumentIsLoaded() throws Exception {
        answers(ScriptedServer.Answer.of("text/turtle", "<a> <urn:p> <#b>, _:x ."));
        assertThat(load("LOAD " + document() + " INTO GRAPH <urn:loaded>").statusCode())
                .isLessThan(300);
        assertThat(pair.rows("SELECT ?s { GRAPH <urn:loaded> { ?s <urn:p> ?o } }"))
                .containsExactly(pair.scripted().base() + "/a", pair.scripted().base() + "/a");
        assertThat(load("LOAD <" + pair.far().client().base() + "/graphs?default>").statusCode())
                .isLessThan(300);
        assertThat(pair.rows("SELECT ?n { <urn:a> <urn:name> ?n }")).containsExactly("a");
    }

    @Test
    void aDocumentThatCanNotBeLoadedChangesNothing() throws Exception {
        answers(ScriptedServer.Answer.of("text/turtle", "<urn:x> <urn:p> "));
        var broken = load("INSERT DATA { <urn:n> <urn:n> 1 } ; LOAD " + document());
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
        assertThat(broken.body()).contains("data.ttl>:1:");
        answers(ScriptedServer.Answer.of("text/html", "<p>Welcome</p>").withStatus(404));
        assertThat(load("INSERT DATA { <urn:n> <urn:n> 1 } ; LOAD " + document()).statusCode())
                .isEqualTo(502);
        assertThat(load("LOAD <http://127.0.0.1:1/x.ttl>").statusCode()).isEqualTo(400);
        assertThat(load("LOAD <file:///etc/passwd>").statusCode()).isEqualTo(400);
        assertThat(pair.rows("SELECT ?n { <urn:n> <urn:n> ?n }")).isEmpty();
    }

    @Test
    void silentPassesOverADocumentAndSaysSo() throws Exception {
        answers(ScriptedServer.Answer.of("text/plain", "gone").withStatus(410));
        var done = load("LOAD SILENT " + document() + " ; INSERT DATA { <urn:m> <urn:m> 1 }");
        assertThat(done.statusCode()).isLessThan(300);
        assertThat(done.headers().firstValue("Modelgraph-Warning").orElseThrow())
                .contains("LOAD SILENT was passed over", "410");
        assertThat(pair.rows("SELECT ?n { <urn:m> <urn:m> ?n }")).containsExactly("1");
    }
}
