package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;

class SparqlRequestTest {
    private static final String ASK = "ASK {}";

    private static SparqlRequest get(String query) {
        return SparqlRequest.of("GET", Parameter.parse(query), "", "");
    }

    @Test
    void aQueryComesByGet() {
        assertThat(get("query=ASK+%7B%7D"))
                .isInstanceOfSatisfying(
                        SparqlRequest.Ask.class, a -> assertThat(a.text()).isEqualTo(ASK));
    }

    @Test
    void aQueryComesAsAForm() {
        var request =
                SparqlRequest.of(
                        "POST",
                        List.of(),
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        "query=ASK%20%7B%7D&timeout=0.5");
        assertThat(request)
                .isInstanceOfSatisfying(
                        SparqlRequest.Ask.class,
                        a -> {
                            assertThat(a.text()).isEqualTo(ASK);
                            assertThat(a.timeout()).contains(Duration.ofMillis(500));
                        });
    }

    @Test
    void aQueryComesAsTheBody() {
        var request =
                SparqlRequest.of(
                        "POST",
                        Parameter.parse(
                                "default-graph-uri=urn:a&default-graph-uri=urn:b&named-graph-uri=urn:c"),
                        "application/sparql-query",
                        ASK);
        assertThat(request)
                .isInstanceOfSatisfying(
                        SparqlRequest.Ask.class,
                        a -> {
                            assertThat(a.text()).isEqualTo(ASK);
                            assertThat(a.defaultGraphs()).containsExactly("urn:a", "urn:b");
                            assertThat(a.namedGraphs()).containsExactly("urn:c");
                        });
    }

    @Test
    void aGetWithoutAQueryAsksForTheServiceDescription() {
        assertThat(get("")).isInstanceOf(SparqlRequest.ServiceDescription.class);
    }

    @Test
    void aQueryTwiceIsRefused() {
        assertRefused(() -> get("query=ASK%7B%7D&query=ASK%7B%7D"), Problem.Kind.BAD_REQUEST);
    }

    @Test
    void aQueryInBothUrlAndBodyIsRefused() {
        assertRefused(
                () ->
                        SparqlRequest.of(
                                "POST",
                                Parameter.parse("query=x"),
                                "application/sparql-query",
                                ASK),
                Problem.Kind.BAD_REQUEST);
        assertRefused(
                () ->
                        SparqlRequest.of(
                                "POST",
                                Parameter.parse("query=x"),
                                "application/x-www-form-urlencoded",
                                "query=y"),
                Problem.Kind.BAD_REQUEST);
    }

    @Test
    void aPostWithoutAQueryIsRefused() {
        assertRefused(
                () -> SparqlRequest.of("POST", List.of(), "application/x-www-form-urlencoded", ""),
                Problem.Kind.BAD_REQUEST);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        assertRefused(
                () -> SparqlRequest.of("POST", List.of(), "text/plain", ASK),
                Problem.Kind.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(
                () -> SparqlRequest.of("POST", List.of(), "", ASK),
                Problem.Kind.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void anUpdateIsSentElsewhere() {
        assertRefused(() -> get("update=CLEAR+ALL"), Problem.Kind.BAD_REQUEST);
        assertRefused(
                () -> SparqlRequest.of("POST", List.of(), "application/sparql-update", "CLEAR ALL"),
                Problem.Kind.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1e9", "NaN", "Infinity"})
    void aTimeoutThatIsNoTimeIsRefused(String timeout) {
        assertRefused(() -> get("query=ASK%7B%7D&timeout=" + timeout), Problem.Kind.BAD_REQUEST);
    }

    @Test
    void aBrokenPercentEscapeIsRefused() {
        assertRefused(() -> get("query=ASK%7"), Problem.Kind.BAD_REQUEST);
        assertRefused(() -> get("query=%zz"), Problem.Kind.BAD_REQUEST);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Problem.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
    }
}
