package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.modelgraph.Setting;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Path;
import java.util.Map;

/** A server with the data that hostile inputs are about, and a canary beside it. */
record HostileTarget(TestServer server, Canary canary) {
    /** Starts both in a directory of their own. */
    static HostileTarget in(Path directory, Map<Setting, String> settings) throws Exception {
        var server = TestServer.writable(directory.resolve("db"), settings);
        var target = new HostileTarget(server, new Canary(directory));
        var loaded =
                server.client()
                        .post(
                                "/graphs?default",
                                "application/n-triples",
                                HostileData.text(),
                                "Authorization",
                                "Bearer " + TestServer.TOKEN);
        assertThat(loaded.statusCode()).isIn(201, 204);
        return target;
    }

    Client client() {
        return server.client();
    }

    /** Ends both. */
    void close() throws Exception {
        server.close();
        canary.close();
    }
}
