package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SERVICE answered with a second server on the loopback. */
class ServiceTest {
    private static final String NEAR =
            """
            <urn:a> <urn:key> 1 . <urn:b> <urn:key> 2 . <urn:c> <urn:key> 3 .
            <urn:d> <urn:key> "04"^^<http://www.w3.org/2001/XMLSchema#integer> .
            <urn:a> <urn:near> "a" . <urn:b> <urn:near> "b" . _:x <urn:near> "x" .
            """;
    private static final String FAR =
            """
            <urn:a> <urn:name> "eins"@de , "one"@en . <urn:b> <urn:name> "two"@en .
            <urn:a> <urn:next> <urn:b> . <urn:b> <urn:next> <urn:c> . <urn:c> <urn:next> <urn:a> .
            <urn:a> <urn:size> 7 . <urn:b> <urn:size> 8 . <urn:e> <urn:name> "five"@en .
            _:y <urn:near> "x" .
            """;

    @TempDir static Path directory;

    private static Pair pair;

    @BeforeAll
    static void start() throws Exception {
        pair = Pair.in(directory);
        Pair.insert(pair.near(), NEAR);
        Pair.insert(pair.far(), FAR);
        var many =
                IntStream.range(0, 600)
                        .mapToObj(i -> "<urn:t:" + i + "> <urn:many> " + i + " .")
                        .collect(Collectors.joining("\n"));
        Pair.insert(pair.near(), many);
        Pair.insert(
                pair.far(),
                IntStream.range(0, 300)
                        .mapToObj(i -> "<urn:t:" + 2 * i + "> <urn:label> \"" + i + "\" .")
                        .collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:name> ?n } }",
                "SELECT * { SERVICE <far> { ?s <urn:name> ?n } ?s <urn:key> ?k }",
                "SELECT * { ?s <urn:key> ?k OPTIONAL { SERVICE <far> { ?s <urn:name> ?n } } }",
                "SELECT * { ?s <urn:key> ?k OPTIONAL { SERVICE <far> { ?s <urn:name> ?n }"
                        + " FILTER(?k > 1) } }",
                "SELECT * { ?s <urn:key> ?k MINUS { SERVICE <far> { ?s <urn:name> ?n } } }",
                "SELECT * { ?s <urn:key> ?k FILTER EXISTS { SERVICE <far> { ?s <urn:name> ?n } } }",
                "SELECT * { ?s <urn:key> ?k FILTER NOT EXISTS { SERVICE <far> { ?s <urn:size> ?n }"
                        + " } }",
                "SELECT * { { ?s <urn:key> 1 } UNION { ?s <urn:key> 2 }"
                        + " SERVICE <far> { ?s <urn:name> ?n } }",
                "SELECT * { { ?s <urn:key> 1 } UNION { SERVICE <far> { ?s <urn:size> 8 } } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:next>+ ?o } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:next>/<urn:name> ?n"
                        + " FILTER(lang(?n) = 'en') } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:size> ?z FILTER(?z > ?k) } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:size> ?z BIND(?z + 1 AS ?y) }"
                        + " }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { ?s <urn:size> ?z"
                        + " OPTIONAL { ?s <urn:name> ?n } } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { { ?s <urn:size> 7 } UNION"
                        + " { ?s <urn:name> ?n } } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { VALUES ?s { <urn:a> <urn:e> }"
                        + " ?s <urn:name> ?n } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { { SELECT ?s (COUNT(*) AS ?c)"
                        + " { ?s <urn:name> ?n } GROUP BY ?s } } }",
                "SELECT * { ?s <urn:key> ?k SERVICE <far> { { SELECT ?s ?z { ?s <urn:size> ?z }"
                        + " ORDER BY DESC(?z) LIMIT 1 } } }",
                "SELECT ?s ?k { ?s <urn:key> ?k SERVICE <far> { SELECT ?s { ?s <urn:size> ?k } } }",
                "SELECT * { ?s <urn:key> ?k { SELECT ?s { SERVICE <far> { ?s <urn:name> ?k } } } }",
                "SELECT * { ?s <urn:near> ?n SERVICE <far> { ?t <urn:near> ?n } }",
                "SELECT * { ?s <urn:near> ?n SERVICE <far> { ?s <urn:near> ?n } }",
                "SELECT * { ?s <urn:near> ?n SERVICE <far> { ?e <urn:name> 'five'@en OPTIONAL"
                        + " { ?e <urn:size> ?s } } }",
                "SELECT * { SERVICE <far> { <urn:a> <urn:next> <urn:b> } ?s <urn:key> 1 }",
                "SELECT * { SERVICE <far> { <urn:a> <urn:next> <urn:c> } ?s <urn:key> 1 }",
                "SELECT ?s (SUM(?z) AS ?sum) { ?s <urn:key> ?k SERVICE <far> { ?s <urn:next>* ?o ."
                        + " ?o <urn:size> ?z } } GROUP BY ?s",
                "ASK { ?s <urn:key> 2 SERVICE <far> { ?s <urn:size> 8 } }",
            })
    void theAnswerIsThatOfBothTogether(String query) throws Exception {
        var data = DatasetGraphFactory.createGeneral();
        RDFParser.fromString(NEAR, Lang.TURTLE).parse(data.getDefaultGraph());
        var far = org.apache.jena.graph.NodeFactory.createURI("urn:far");
        RDFParser.fromString(FAR, Lang.TURTLE).parse(data.getGraph(far));
        var answer =
                pair.near()
                        .client()
                        .ask(
                                query.replace("<far>", pair.service()),
                                "Accept",
                                "application/sparql-results+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var body = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
        var reference = query.replace("SERVICE <far>", "GRAPH <urn:far>");
        try (var run = QueryExec.dataset(data).query(parsed(reference)).build()) {
            if (query.startsWith("ASK")) {
                assertThat(ResultSetMgr.readBoolean(body, ResultSetLang.RS_JSON))
                        .isEqualTo(run.ask());
                return;
            }
            var expected = org.apache.jena.query.ResultSet.adapt(run.select().materialize());
            var expectedAgain = ResultSetFactory.makeRewindable(expected);
            var given =
                    ResultSetFactory.makeRewindable(ResultSetMgr.read(body, ResultSetLang.RS_JSON));
            assertThat(given.size()).isEqualTo(expectedAgain.size());
            assertThat(
                            org.apache.jena.sparql.resultset.ResultsCompare.equalsByValue(
                                    given, expectedAgain))
                    .as(answer.body())
                    .isTrue();
        }
    }

    private static org.apache.jena.query.Query parsed(String query) {
        return QueryFactory.create(query, Syntax.syntaxSPARQL_12);
    }

    @Test
    void manyRowsGoWithOneCallAndTheAnswerSaysHowMany() throws Exception {
        var answer =
                pair.ask(
                        "SELECT ?s ?l { ?s <urn:many> ?i SERVICE "
                                + pair.service()
                                + " { ?s <urn:label> ?l } }");
        assertThat(answer.body().lines()).as(answer.body()).hasSize(301);
        assertThat(answer.headers().firstValue("Modelgraph-Remote"))
                .hasValueSatisfying(told ->
                        assertThat(told)
                                .contains("/sparql\"")
                                .contains("calls=5", "held=0", "rows=300"));
    }

    @Test
    void anOptionalServiceIsAskedForManyRowsAtOnce() throws Exception {
        var answer =
                pair.ask(
                        "SELECT ?s ?l { ?s <urn:many> ?i OPTIONAL { SERVICE "
                                + pair.service()
                                + " { ?s <urn:label> ?l FILTER(isLiteral(?l)) } } } ORDER BY ?i");
        assertThat(answer.body().lines()).hasSize(601);
        assertThat(answer.body().lines().filter(l -> l.endsWith(","))).hasSize(300);
        assertThat(answer.headers().firstValue("Modelgraph-Remote").orElseThrow())
                .contains("calls=5");
    }

    @Test
    void aQueryThatWantsLittleCallsForLittle() throws Exception {
        var answer =
                pair.ask(
                        "SELECT ?s ?l { ?s <urn:many> ?i SERVICE "
                                + pair.service()
                                + " { ?s <urn:label> ?l FILTER(!isIRI(?l)) } } LIMIT 2");
        assertThat(answer.headers().firstValue("Modelgraph-Remote").orElseThrow())
                .contains("calls=1", "held=0");
    }

    @Test
    void theServerMayStandInAVariable() throws Exception {
        assertThat(
                        pair.rows(
                                "SELECT ?s ?n { VALUES (?s ?e) { (<urn:a> "
                                        + pair.service()
                                        + ") (<urn:b> "
                                        + pair.service()
                                        + ") } SERVICE ?e { ?s <urn:name> ?n } }"))
                .hasSize(3);
        assertThat(pair.ask("SELECT * { SERVICE ?e { ?s <urn:name> ?n } }").body())
                .contains("SERVICE ?e is called while it is not bound");
        assertThat(
                        pair.ask(
                                        "SELECT * { BIND(<http://127.0.0.1:1/> AS ?e) SERVICE ?e {"
                                                + " ?s <urn:name> ?n } }")
                                .body())
                .contains("not among the servers");
    }

    @Test
    void anUpdateTakesFromAnotherServer() throws Exception {
        var done =
                Pair.update(
                        pair.near().client(),
                        "INSERT { GRAPH <urn:copied> { ?s <urn:copied> ?z } } WHERE { ?s <urn:key>"
                                + " ?k SERVICE "
                                + pair.service()
                                + " { ?s <urn:size> ?z } }");
        assertThat(done.statusCode()).as(done.body()).isLessThan(300);
        assertThat(pair.rows("SELECT ?z { GRAPH <urn:copied> { ?s <urn:copied> ?z } }"))
                .containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void whatWasAnsweredIsAskedAgainAndNotHeldAsAnAnswerOfOurs() throws Exception {
        var query =
                "SELECT ?n { SERVICE " + pair.service() + " { <urn:e> <urn:name> ?n } } # again";
        assertThat(pair.ask(query).headers().firstValue("Modelgraph-Remote").orElseThrow())
                .contains("calls=1", "held=0");
        assertThat(pair.ask(query).headers().firstValue("Modelgraph-Remote").orElseThrow())
                .contains("calls=0", "held=1");
    }
}
