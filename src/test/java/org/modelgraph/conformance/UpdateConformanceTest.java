package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The test cases for updates, sent to a server over HTTP. */
class UpdateConformanceTest {
    private static final String UPDATE = "application/sparql-update";

    private final Desk desk = Desk.shared();

    @TestFactory
    Stream<DynamicContainer> storesBecomeWhatTheCasesSay() {
        return Deviations.tests(this::evaluate, Suite.UPDATE_11);
    }

    @TestFactory
    Stream<DynamicContainer> textsAreReadOrRefusedAsTheCasesSay() {
        return Deviations.tests(this::read, Suite.UPDATE_SYNTAX_11);
    }

    private void evaluate(Case tried) throws Exception {
        var before = Files.graphs(tried.action());
        desk.hold(before, () -> Files.dataset(before));
        var address = tried.input();
        var text = "BASE <" + address + ">\n" + Manifest.text(address);
        var answer = desk.send("POST", "/update", UPDATE, text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        var expected = Files.dataset(Files.graphs(tried.result()));
        var got = desk.everything();
        assertThat(IsoMatcher.isomorphic(expected, got))
                .as("expected:\n%s\ngot:\n%s", expected, got)
                .isTrue();
    }

    private void read(Case tried) throws Exception {
        desk.clear();
        var answer = desk.send("POST", "/update", UPDATE, Manifest.bytes(tried.input()));
        if (tried.isNegative()) {
            assertThat(answer.body()).contains("/problem/malformed-query", "\"line\":");
            assertThat(answer.statusCode()).isEqualTo(400);
        } else if (answer.statusCode() != 204) {
            assertThat(answer.body())
                    .containsPattern("/problem/(unprocessable|refused-query)")
                    .doesNotContain("\"line\":");
        }
    }
}
