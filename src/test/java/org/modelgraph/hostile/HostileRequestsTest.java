package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.iterator.Iter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelgraph.Setting;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Requests of every kind that mean harm are answered as they must be, and nothing leaks. */
class HostileRequestsTest {
    /** The limit of an update is a second; the rest is for a machine that is busy with others. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir private static Path directory;
    private static HostileTarget target;

    @BeforeAll
    static void start() throws Exception {
        target =
                HostileTarget.in(
                        directory,
                        Map.of(
                                Setting.QUERY_TIMEOUT,
                                "1",
                                Setting.SLOW_QUERY,
                                "0.5",
                                Setting.UPLOAD_LIMIT,
                                "4"));
    }

    @AfterAll
    static void stop() throws Exception {
        target.close();
    }

    static List<HostileRequest> requests() {
        var all = HostileRequest.in("requests.yaml");
        assertThat(all).hasSizeGreaterThan(150);
        return all;
    }

    static List<HostileRequest> probes() {
        var all = HostileRequest.in("probes.yaml");
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        return all;
    }

    @ParameterizedTest
    @MethodSource({"requests", "probes"})
    void isAnsweredAsItMust(HostileRequest hostile) throws Exception {
        var answer =
                RawAnswer.to(
                        target.client().port(),
                        hostile.bytes(target.canary(), TestServer.TOKEN),
                        PATIENCE);
        assertThat(answer.status()).as(answer.text()).isIn(hostile.allowed());
        assertThat(answer.taken()).isLessThan(PATIENCE);
        if (answer.status() == 503) assertThat(answer.head()).contains("retry-after:");
        assertThat(answer.text())
                .doesNotContain(Canary.SECRET, "org.apache", "org.modelgraph.", "at java.");
        assertThat(answer.head()).doesNotContain("\nset-cookie:", "iso-8859-1");
        if (hostile.lacks() != null) {
            assertThat(answer.head()).doesNotContain(hostile.lacks());
            assertThat(answer.body()).doesNotContain(hostile.lacks());
        }
        assertThat(target.canary().calls()).as("calls to another server").isZero();
        assertThat(target.client().get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void connectionsMixedWithHostileOnesSeeNoFailure() throws Exception {
        var load = new MixedLoad(target.client().port(), 20);
        load.run(Duration.ofSeconds(3));
        load.requireNoFailure();
    }

    @Test
    void nothingOfTheSecretIsInTheStore() throws Exception {
        var told =
                target.server()
                        .store()
                        .read(view ->
                                Iter.iter(view.dataset().find())
                                        .filter(q ->
                                                q.getObject().toString().contains(Canary.SECRET))
                                        .toList());
        assertThat(told).isEmpty();
    }
}
