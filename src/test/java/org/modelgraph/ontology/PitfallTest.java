package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The pitfalls of the OOPS! catalogue (Poveda-Villalón, Gómez-Pérez, Suárez-Figueroa: OOPS!
 * (OntOlogy Pitfall Scanner!), 2014), each a query that finds the terms that fell into it.
 */
class PitfallTest {
    private static final Path PITFALLS = Path.of("src/test/resources/pitfalls");

    @TestFactory
    Stream<DynamicTest> noTermFellIntoThePitfall() throws Exception {
        try (var files = Files.list(PITFALLS)) {
            var pitfalls = files.sorted().toList();
            assertThat(pitfalls).hasSizeGreaterThanOrEqualTo(15);
            return pitfalls.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(
                                    file.getFileName().toString(),
                                    () ->
                                            assertThat(
                                                            Bundled.values(
                                                                    "term", Files.readString(file)))
                                                    .isEmpty()));
        }
    }
}
