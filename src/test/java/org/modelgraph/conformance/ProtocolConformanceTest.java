package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The test cases for the protocol. Their manifest gives their names and says in a few words what
 * each is about; the requests are written here, by the clauses of SPARQL 1.1 Protocol.
 */
class ProtocolConformanceTest {
    private final Desk desk = Desk.shared();

    /** What a case sends and expects. */
    interface Trial {
        void run(Desk desk) throws Exception;
    }

    private static final Map<String, Trial> TRIALS = new HashMap<>();

    static {
        TRIALS.putAll(QueryTrials.ALL);
        TRIALS.putAll(UpdateTrials.ALL);
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseIsTried() {
        return Deviations.tests(this::run, Suite.PROTOCOL_11);
    }

    private void run(Case tried) throws Exception {
        var trial = Optional.ofNullable(TRIALS.get(tried.name().replace("protocol/", "")));
        assertThat(trial).as("requests for the case %s", tried).isPresent();
        trial.get().run(desk);
    }
}
