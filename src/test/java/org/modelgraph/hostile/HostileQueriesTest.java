package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelgraph.Setting;
import org.modelgraph.protocol.Client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every query of {@code queries.yaml} ends in time, as it must, and the server answers on. */
class HostileQueriesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What the query may take in every build, in seconds. */
    private static final String LIMIT = "0.3";

    /** The limit of a query is short; the rest is for a machine that is busy with others. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir private static Path directory;
    private static HostileTarget target;

    @BeforeAll
    static void start() throws Exception {
        target =
                HostileTarget.in(
                        directory, Map.of(Setting.QUERY_TIMEOUT, "1", Setting.SLOW_QUERY, "0.5"));
    }

    @AfterAll
    static void stop() throws Exception {
        target.close();
    }

    static List<HostileQuery> queries() {
        var all = HostileQuery.all();
        assertThat(all).hasSizeGreaterThan(110);
        return all;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void endsAsItMust(HostileQuery hostile) throws Exception {
        var begin = System.nanoTime();
        var limit = hostile.outcome().contains("stopped") ? "timeout=" + LIMIT + "&" : "";
        var form = limit + "query=" + Client.encoded(hostile.text(target.canary()));
        var response = target.client().post("/sparql", FORM, form);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        assertThat(outcome(response)).isIn((Object[]) hostile.outcome().split(" or "));
        if (hostile.n() != null) assertThat(n(response)).isEqualTo(hostile.n());
        assertThat(response.body()).doesNotContain("org.apache", "org.modelgraph", "at java.");
        assertThat(target.canary().calls()).as("calls to another server").isZero();
        assertThat(target.client().ask("ASK { <urn:c:0> <urn:next> ?x }").body()).contains("true");
    }

    private static String outcome(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200 -> "answered";
            case 400 -> "refused";
            case 413 -> "too large";
            case 503 -> {
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                yield "stopped";
            }
            default -> "status " + response.statusCode() + ": " + response.body();
        };
    }

    private static long n(HttpResponse<String> response) throws IOException {
        return new ObjectMapper()
                .readTree(response.body())
                .at("/results/bindings/0/n/value")
                .asLong();
    }

    @Test
    void theLimitsArePublished() throws Exception {
        var limits = new ObjectMapper().readTree(target.client().get("/limits").body());
        assertThat(limits.get("querySeconds").asDouble()).isEqualTo(1.0);
        assertThat(limits.get("queryBytes").asInt()).isEqualTo(65536);
        assertThat(limits.get("service").asBoolean()).isFalse();
    }
}
