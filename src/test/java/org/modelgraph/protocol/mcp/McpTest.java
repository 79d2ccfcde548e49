package org.modelgraph.protocol.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.util.List;
import java.util.Map;

/** The Model Context Protocol, revision 2025-11-25: base protocol and Streamable HTTP. */
class McpTest {
    private final Agent agent = new Agent(TestServer.bundled().client());

    private static Map<String, Object> hello(String revision) {
        return Map.of(
                "protocolVersion",
                revision,
                "capabilities",
                Map.of(),
                "clientInfo",
                Map.of("name", "test", "version", "1"));
    }

    @Test
    void aClientGetsTheRevisionThatItWantsElseTheNewest() throws Exception {
        var result = agent.ask("initialize", hello("2025-06-18")).path("result");
        assertThat(result.path("protocolVersion").asText()).isEqualTo("2025-06-18");
        assertThat(result.at("/serverInfo/name").asText()).isEqualTo("modelgraph");
        assertThat(result.path("capabilities").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("tools", "resources", "prompts", "completions");
        assertThat(result.path("instructions").asText()).contains("search_entities");
        assertThat(
                        agent.ask("initialize", hello("1999-01-01"))
                                .at("/result/protocolVersion")
                                .asText())
                .isEqualTo("2025-11-25");
    }

    @Test
    void aPingIsAnsweredAndANoticeIsNot() throws Exception {
        assertThat(agent.ask("ping", Map.of()).path("result").isObject()).isTrue();
        var notice = agent.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(notice.statusCode()).isEqualTo(202);
        assertThat(notice.body()).isEmpty();
    }

    @Test
    void whatIsNoMessageIsToldByTheCodesOfJsonRpc() throws Exception {
        var broken = agent.post("{\"jsonrpc\":");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(Agent.json(broken.body()).at("/error/code").asInt()).isEqualTo(-32700);
        var noMethod = Agent.json(agent.post("{\"jsonrpc\":\"2.0\",\"id\":1}").body());
        assertThat(noMethod.at("/error/code").asInt()).isEqualTo(-32600);
        assertThat(agent.ask("sampling/none", Map.of()).at("/error/code").asInt())
                .isEqualTo(-32601);
        assertThat(agent.ask("tools/call", Map.of()).at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(agent.ask("tools/list", Map.of("cursor", "x")).at("/error/code").asInt())
                .isEqualTo(-32602);
        var misspelt = agent.ask("tools/call", Map.of("name", "run_sparkql"));
        assertThat(misspelt.at("/error/message").asText()).contains("did you mean run_sparql?");
    }

    @Test
    void batchesAreForTheRevisionThatHasThem() throws Exception {
        var batch =
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},"
                        + "{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"ping\"}]";
        assertThat(agent.post(batch).statusCode()).isEqualTo(400);
        var answers = agent.client().post("/mcp", "application/json", batch);
        assertThat(Agent.json(answers.body())).hasSize(2);
    }

    @Test
    void aRevisionThatIsNotSpokenIsRefused() throws Exception {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        var refused =
                agent.client()
                        .post(
                                "/mcp",
                                "application/json",
                                ping,
                                "MCP-Protocol-Version",
                                "1999-01-01");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(agent.client().post("/mcp", "text/plain", ping).statusCode()).isEqualTo(415);
    }

    @Test
    void scriptsOfOtherSitesMayNotSpeak() throws Exception {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        assertThat(agent.post(ping, "Origin", "http://localhost:6274").statusCode()).isEqualTo(200);
        assertThat(agent.post(ping, "Origin", "http://127.0.0.1").statusCode()).isEqualTo(200);
        for (var origin :
                List.of(
                        "https://evil.example",
                        "http://localhost.evil.example",
                        "http://127.0.0.1.evil.example",
                        "null"))
            assertThat(agent.post(ping, "Origin", origin).statusCode()).as(origin).isEqualTo(403);
    }

    @Test
    void thereIsNoStreamAndNoSession() throws Exception {
        var get = agent.client().get("/mcp", "Accept", "text/event-stream");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }

    @Test
    void everyToolIsDescribedInBothLanguages() throws Exception {
        var english = agent.ask("tools/list", Map.of()).at("/result/tools");
        assertThat(english).hasSize(8);
        for (var tool : english) {
            assertThat(tool.path("name").asText()).matches("[a-z_]{1,64}");
            assertThat(tool.path("description").asText()).isNotBlank();
            assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
            assertThat(tool.at("/outputSchema/required").toString()).contains("sources");
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
        }
        var list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
        var chinese = Agent.json(agent.post(list, "Accept-Language", "zh-CN").body());
        assertThat(chinese.at("/result/tools/0/title").asText()).isEqualTo("按名称查找");
        assertThat(chinese.at("/result/tools/0/inputSchema/properties/language/enum")).hasSize(2);
    }

    @Test
    void resourcesAreListedAndRead() throws Exception {
        assertThat(agent.ask("resources/list", Map.of()).at("/result/resources")).isNotEmpty();
        assertThat(agent.ask("resources/templates/list", Map.of()).at("/result/resourceTemplates"))
                .hasSize(2);
        assertThat(read("modelgraph://questions")).contains("disclosure/withheld");
        assertThat(read("modelgraph://question/disclosure/withheld")).contains("SELECT");
        assertThat(read("modelgraph://thing/model/gpt-4")).contains("a ", "mg:Model", "\"GPT-4\"");
        assertThat(read("https://w3id.org/modelgraph/model/gpt-4")).contains("\"GPT-4\"");
        var missing = agent.ask("resources/read", Map.of("uri", "modelgraph://thing/model/gpt-44"));
        assertThat(missing.at("/error/code").asInt()).isEqualTo(-32002);
    }

    private String read(String uri) throws Exception {
        var answer = agent.ask("resources/read", Map.of("uri", uri));
        assertThat(answer.at("/result/contents/0/uri").asText()).isEqualTo(uri);
        return answer.at("/result/contents/0/text").asText();
    }

    @Test
    void promptsAreFilledIn() throws Exception {
        assertThat(agent.ask("prompts/list", Map.of()).at("/result/prompts")).hasSize(3);
        var filled =
                agent.ask(
                        "prompts/get",
                        Map.of(
                                "name",
                                "answer_with_sources",
                                "arguments",
                                Map.of("question", "What did OpenAI withhold?")));
        assertThat(filled.at("/result/messages/0/content/text").asText())
                .contains("What did OpenAI withhold?", "source")
                .doesNotContain("{question}");
        var lacking = agent.ask("prompts/get", Map.of("name", "compare_two_models"));
        assertThat(lacking.at("/error/code").asInt()).isEqualTo(-32602);
    }

    @Test
    void argumentsAreCompleted() throws Exception {
        var values =
                agent.ask(
                                "completion/complete",
                                Map.of(
                                        "ref",
                                        Map.of(
                                                "type",
                                                "ref/resource",
                                                "uri",
                                                "modelgraph://thing/{kind}/{name}"),
                                        "argument",
                                        Map.of("name", "name", "value", "gpt-4"),
                                        "context",
                                        Map.of("arguments", Map.of("kind", "model"))))
                        .at("/result/completion/values");
        assertThat(values.toString()).contains("\"gpt-4\"");
    }

    @Test
    void aLanguageModelIsToldWhatThereIs() throws Exception {
        var english = agent.client().get("/llms.txt");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body())
                .startsWith("# modelgraph\n\n> ")
                .contains(agent.client().base() + "/mcp", "/api/queries/disclosure/withheld.md)")
                .doesNotContain("{base}");
        assertThat(agent.client().get("/llms.txt?lang=zh").body()).contains("知识图谱");
    }
}
