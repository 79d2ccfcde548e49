package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

/** {@code explain=true} says who answered what of a query. */
class ExplainTest {
    private static final String QUERY =
            "PREFIX mg: <https://w3id.org/modelgraph/ns/> SELECT ?m ?d { ?m a mg:Model ;"
                    + " mg:developedBy ?d FILTER NOT EXISTS { ?m mg:derivedFrom ?b } } ORDER BY ?d"
                    + " LIMIT 5";

    private final TestServer server = TestServer.bundled();
    private final Client client = server.client();

    private JsonNode explained(String query, String parameters) throws Exception {
        var answer = client.get("/sparql?query=" + Client.encoded(query) + parameters);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void aQueryThatTheEngineAnswersIsOneOperationWithItsSteps() throws Exception {
        server.awaitSnapshot();
        var answer = explained(QUERY, "&explain=true");
        assertThat(answer.at("/rows").asInt()).isEqualTo(5);
        assertThat(answer.at("/wholeInEngine").asBoolean()).isTrue();
        assertThat(answer.at("/operations")).hasSize(1);
        assertThat(answer.at("/operations/0/by").asText()).isEqualTo("engine");
        var plan = answer.at("/operations/0/plan");
        assertThat(plan.at("/rows").asInt()).isEqualTo(5);
        assertThat(plan.findValuesAsText("step")).contains("Sort", "Exists", "Join");
        var join = plan.findParents("variables").getFirst();
        assertThat(join.at("/variables").asText()).isEqualTo("?m ?d");
        assertThat(join.at("/estimate").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(join.at("/rows").asInt()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aQueryThatIsForcedIntoArqIsTheOperationsOfArq() throws Exception {
        var answer = explained(QUERY, "&explain=true&engine=arq");
        assertThat(answer.at("/rows").asInt()).isEqualTo(5);
        assertThat(answer.at("/wholeInEngine").asBoolean()).isFalse();
        assertThat(answer.findValuesAsText("by")).contains("arq").doesNotContain("engine");
    }

    @Test
    void aDescriptionIsExplainedTheWayItRuns() throws Exception {
        server.awaitSnapshot();
        var query = "DESCRIBE <https://w3id.org/modelgraph/organization/openai>";
        assertThat(explained(query, "&explain=true").at("/wholeInEngine").asBoolean()).isTrue();
        assertThat(explained(query, "&explain=true&engine=arq").findValuesAsText("by"))
                .doesNotContain("engine");
    }

    @Test
    void anotherValueOfTheParameterIsRefused() throws Exception {
        var answer = client.get("/sparql?query=ASK%7B%7D&explain=maybe");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("explain");
    }
}
