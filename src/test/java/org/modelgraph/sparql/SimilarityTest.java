package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SimilarityTest {
    @Test
    void countsLettersAddedLeftOutReplacedAndSwapped() {
        assertThat(Similarity.distance("SELECT", "select")).isZero();
        assertThat(Similarity.distance("SELCT", "SELECT")).isEqualTo(1);
        assertThat(Similarity.distance("SLEECT", "SELECT")).isEqualTo(1);
        assertThat(Similarity.distance("benchmark", "metric")).isGreaterThan(5);
        assertThat(Similarity.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void suggestsOnlyWhatIsNearEnough() {
        assertThat(Similarity.nearest("benchmrk", List.of("metric", "benchmark")))
                .contains("benchmark");
        assertThat(Similarity.nearest("zebra", List.of("metric", "benchmark"))).isEmpty();
    }
}
