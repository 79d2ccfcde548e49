package org.modelgraph.conformance;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/**
 * SPARQL 1.1 Graph Store HTTP Protocol, clause by clause: the suites hold no cases that a program
 * could run.
 */
class GraphStoreConformanceTest {
    private final Desk desk = Desk.shared();

    @TestFactory
    Stream<DynamicTest> everyClauseIsKept() {
        return GraphStoreTrials.ALL.entrySet().stream()
                .map(e ->
                        DynamicTest.dynamicTest(
                                e.getKey(),
                                () -> {
                                    desk.clear();
                                    e.getValue().run(desk);
                                }));
    }
}
