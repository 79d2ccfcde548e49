package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.modelgraph.Setting;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** Two servers of this project, of which one may call the other and a scripted one. */
record Pair(TestServer near, TestServer far, ScriptedServer scripted) implements AutoCloseable {
    static Pair in(Path directory) throws Exception {
        var far = TestServer.writable(directory.resolve("far"), Map.of());
        var scripted = new ScriptedServer();
        var hosts =
                far.client().base()
                        + ","
                        + scripted.base()
                        + ",http://localhost:"
                        + far.client().port();
        var near =
                TestServer.writable(
                        directory.resolve("near"), Map.of(Setting.SERVICE_HOSTS, hosts));
        return new Pair(near, far, scripted);
    }

    /** The endpoint of the other server, as it stands in a query. */
    String service() {
        return "<" + far.client().base() + "/sparql>";
    }

    HttpResponse<String> ask(String query) throws Exception {
        return near.client().ask(query, "Accept", "text/csv");
    }

    /** The rows of an answer as CSV, without its head. */
    java.util.List<String> rows(String query) throws Exception {
        var answer = ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(1).toList();
    }

    static HttpResponse<String> update(Client client, String text) throws Exception {
        return client.post(
                "/update",
                "application/sparql-update",
                text,
                "Authorization",
                "Bearer " + TestServer.TOKEN);
    }

    static void insert(TestServer server, String quads) throws Exception {
        var done = update(server.client(), "INSERT DATA { " + quads + " }");
        assertThat(done.statusCode()).as(done.body()).isLessThan(300);
    }

    @Override
    public void close() {
        near.close();
        far.close();
        scripted.close();
    }
}
