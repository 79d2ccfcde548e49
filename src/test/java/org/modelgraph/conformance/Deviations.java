package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cases that do not pass, each with its reason: {@code conformance/deviations.tsv}. A case that
 * is listed must fail, and any other must pass.
 */
final class Deviations {
    private static final Map<String, String> LISTED = read();

    private Deviations() {}

    /** What runs a case; a failure is thrown. */
    interface Trial {
        void run(Case tried) throws Exception;
    }

    private static Map<String, String> read() {
        var listed = new HashMap<String, String>();
        Manifest.text("conformance/deviations.tsv")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", 2))
                .forEach(row -> listed.put(row[0], row[1]));
        return Map.copyOf(listed);
    }

    /** All rows: suite and name of the case, and the reason. */
    static Map<String, String> all() {
        return LISTED;
    }

    static Optional<String> of(Case tried) {
        return Optional.ofNullable(LISTED.get(tried.toString()));
    }

    /** A suite as tests, one for each case. */
    static DynamicContainer tests(Suite suite, Trial trial) {
        return DynamicContainer.dynamicContainer(
                suite.title(), Manifest.cases(suite).stream().map(c -> test(c, trial)));
    }

    static Stream<DynamicContainer> tests(Trial trial, Suite... suites) {
        return Stream.of(suites).map(suite -> tests(suite, trial));
    }

    private static DynamicTest test(Case tried, Trial trial) {
        return DynamicTest.dynamicTest(
                tried.name(),
                () -> {
                    if (of(tried).isEmpty()) trial.run(tried);
                    else
                        assertThat(catchThrowable(() -> trial.run(tried)))
                                .as("%s passes, and is listed as one that does not", tried)
                                .isNotNull();
                });
    }
}
