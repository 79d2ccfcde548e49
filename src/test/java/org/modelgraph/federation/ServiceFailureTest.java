package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of a query or update whose other server fails, lies or must not be called. */
class ServiceFailureTest {
    @TempDir static Path directory;

    private static Pair pair;

    @BeforeAll
    static void start() throws Exception {
        pair = Pair.in(directory);
        Pair.insert(
                pair.near(),
                IntStream.range(0, 150)
                        .mapToObj(i -> "<urn:t:" + i + "> <urn:many> " + i + " .")
                        .collect(Collectors.joining("\n")));
        Pair.insert(pair.far(), "<urn:a> <urn:name> 'a'");
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    private static String scripted(String silent) {
        return "SELECT ?s { VALUES ?s { <urn:a> } SERVICE "
                + silent
                + " <"
                + pair.scripted().base()
                + "/sparql> { ?s ?p ?o } }";
    }

    private static void answers(ScriptedServer.Answer answer) {
        pair.scripted().answers(answer);
    }

    private static void failsWith(String reason) throws Exception {
        var answer = pair.ask(scripted(""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(new ObjectMapper().readTree(answer.body()).get("detail").asText())
                .contains("<" + pair.scripted().base() + "/sparql>", reason);
        var silent = pair.ask(scripted("SILENT"));
        assertThat(silent.statusCode()).isEqualTo(200);
        assertThat(silent.body().lines()).containsExactly("s", "urn:a");
        assertThat(silent.headers().firstValue("Modelgraph-Remote").orElseThrow())
                .contains("failed=\"");
    }

    @Test
    void aServerThatFailsIsNamedAndSilentGoesOnWithoutIt() throws Exception {
        answers(ScriptedServer.Answer.of("text/plain", "no room").withStatus(503));
        failsWith("it answered 503: no room");
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        answers(
                ScriptedServer.Answer.of("text/plain", "")
                        .withStatus(307)
                        .withHeader("Location", pair.far().client().base() + "/sparql"));
        failsWith("redirects are not followed");
        assertThat(pair.scripted().asked()).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoResultIsAFailure() throws Exception {
        answers(ScriptedServer.Answer.of("text/html", "<p>Welcome</p>"));
        failsWith("'text/html' in the place of rows");
        answers(ScriptedServer.Answer.rows("{\"head\": {\"vars\": []}, \"results\": {\"bind"));
        failsWith("not what its Content-Type says");
        answers(
                ScriptedServer.Answer.rows(
                        "{\"head\":{\"vars\":[\"s\",\"row\"]},\"results\":{\"bindings\":[{\"row\":"
                                + "{\"type\":\"literal\",\"value\":\"7\"}}]}}"));
        failsWith("for rows that were not sent");
    }

    @Test
    void anAnswerThatIsTooLongIsAFailure() throws Exception {
        var blanks = " ".repeat(Quota.USUAL.answerBytes() + 1);
        answers(ScriptedServer.Answer.rows(blanks + ScriptedServer.ONE_ROW));
        failsWith("longer than");
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws Exception {
        var gone = new ScriptedServer();
        gone.close();
        var near =
                TestServer.writable(
                        directory.resolve("gone"),
                        Map.of(org.modelgraph.Setting.SERVICE_HOSTS, gone.base()));
        try (near) {
            var answer =
                    near.client().ask("ASK { SERVICE <" + gone.base() + "/sparql> { ?s ?p ?o } }");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("it can't be reached");
        }
    }

    @Test
    void aSlowServerIsLeftAtTheDeadlineOfTheQuery() throws Exception {
        answers(ScriptedServer.Answer.rows(ScriptedServer.ONE_ROW).after(20_000));
        var answer =
                pair.near()
                        .client()
                        .get("/sparql?timeout=1&query=" + Client.encoded(scripted("SILENT")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("stopped after 1 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?s { ?s <urn:many> ?i FILTER EXISTS { SERVICE <far> { ?s ?p ?i } } }",
                "SELECT ?s { ?s <urn:many> ?i FILTER NOT EXISTS { SERVICE <far> { ?s ?p ?i } } }",
                "SELECT ?e { ?s <urn:many> ?i BIND(EXISTS { SERVICE <far> { ?s ?p ?i } } AS ?e) }",
                "ASK { ?s <urn:many> ?i FILTER EXISTS { SERVICE <far> { ?s ?p ?i } } }",
            })
    void aFailureIsNoAnswerWhereverItStands(String query) throws Exception {
        answers(ScriptedServer.Answer.of("text/plain", "no room").withStatus(503));
        var answer = pair.ask(query.replace("<far>", "<" + pair.scripted().base() + "/sparql>"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        var update =
                Pair.update(
                        pair.near().client(),
                        "INSERT { <urn:x> <urn:is> ?i } WHERE { ?s <urn:many> ?i FILTER NOT EXISTS"
                                + " { SERVICE <"
                                + pair.scripted().base()
                                + "/sparql> { ?s ?p ?i } } }");
        assertThat(update.statusCode()).as(update.body()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?i { ?s <urn:many> ?i } ORDER BY (EXISTS { SERVICE <far> { ?s ?p ?i } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <far> { ?s ?p ?i } }, 1, 0)) AS ?n)"
                        + " { ?s <urn:many> ?i }",
            })
    void serviceIsRefusedWhereItWouldNotBeAnsweredRightly(String query) throws Exception {
        answers(ScriptedServer.Answer.rows(ScriptedServer.ONE_ROW));
        var answer = pair.ask(query.replace("<far>", "<" + pair.scripted().base() + "/sparql>"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("inside ORDER BY or an aggregate");
        assertThat(pair.scripted().asked()).isEmpty();
    }

    @Test
    void aQueryThatCallsTooOftenIsRefused() throws Exception {
        answers(ScriptedServer.Answer.rows(ScriptedServer.ONE_ROW));
        var answer =
                pair.ask(
                        "SELECT (COUNT(*) AS ?n) { ?s <urn:many> ?i FILTER EXISTS { SERVICE SILENT"
                                + " <"
                                + pair.scripted().base()
                                + "/sparql> { ?s ?p ?i } } }");
        assertThat(answer.statusCode()).as(answer.body() + answer.headers()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 100 times");
        assertThat(pair.scripted().asked()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SILENT"})
    void aNameThatStandsForTheLoopbackIsRefused(String silent) throws Exception {
        var answer =
                pair.ask(
                        "SELECT * { SERVICE "
                                + silent
                                + " <http://localhost:"
                                + pair.far().client().port()
                                + "/sparql> { ?s ?p ?o } }");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("not on the public Internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?x } }"
                        + " }",
                "SELECT (EXISTS { SERVICE <file:///etc/passwd> { ?s ?p ?x } } AS ?e) { ?s ?p ?o }",
                "SELECT * { SERVICE <java:java.lang.Runtime> { ?s ?p ?o } }"
            })
    void aServerThatIsNotListedIsRefusedWhereverItStands(String query) throws Exception {
        var answer = pair.ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("not among the servers that are called from here");
    }

    @Test
    void whatStandsInsideServiceGoesAsItIs() throws Exception {
        answers(ScriptedServer.Answer.rows(ScriptedServer.FIRST_ROW));
        var labels =
                """
                PREFIX wd: <http://www.wikidata.org/entity/>
                PREFIX wdt: <http://www.wikidata.org/prop/direct/>
                PREFIX wikibase: <http://wikiba.se/ontology#>
                PREFIX bd: <http://www.bigdata.com/rdf#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT ?item ?itemLabel {
                  VALUES ?item { wd:Q115564437 }
                  SERVICE <%s/sparql> {
                    ?item wdt:P31/wdt:P279* wd:Q116777014 ; wdt:P178 ?maker .
                    FILTER(regex(str(?maker), "^http"))
                    SERVICE wikibase:label {
                      bd:serviceParam wikibase:language "en,zh" . ?item rdfs:label ?itemLabel .
                    }
                  }
                }
                """
                        .formatted(pair.scripted().base());
        var answer = pair.ask(labels);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(pair.scripted().asked().getFirst())
                .contains(
                        "VALUES",
                        "http://www.wikidata.org/entity/Q115564437",
                        "SERVICE <http://wikiba.se/ontology#label>",
                        "<http://www.bigdata.com/rdf#serviceParam>",
                        "\"en,zh\"",
                        "regex(",
                        "(<http://www.wikidata.org/prop/direct/P279>)*",
                        "?itemLabel");
    }

    @Test
    void whatMayBeCalledIsPublished() throws Exception {
        var limits = new ObjectMapper().readTree(pair.near().client().get("/limits").body());
        assertThat(limits.get("service").asBoolean()).isTrue();
        assertThat(limits.get("servers"))
                .anyMatch(s -> s.asText().equals(pair.far().client().base()));
        assertThat(pair.near().client().get("/sparql", "Accept", "text/turtle").body())
                .contains("BasicFederatedQuery");
        assertThat(pair.far().client().get("/sparql", "Accept", "text/turtle").body())
                .doesNotContain("BasicFederatedQuery");
    }
}
