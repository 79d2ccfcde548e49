package org.modelgraph.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

/** The official client of the Model Context Protocol for TypeScript. */
class McpClientTest {
    @Test
    void anAgentCompletesFiveTasks() throws Exception {
        var base = TestServer.bundled().client().base();
        assertThat(
                        NodeClient.with("mcp", "@modelcontextprotocol/sdk@1.32.2")
                                .run("mcp-client.mjs", base))
                .containsExactly(
                        "tools 8",
                        "1 hallucination true",
                        "2 true true",
                        "3 true true",
                        "4 true true",
                        "5 1 true 2 text/turtle");
    }
}
