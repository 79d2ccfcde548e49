package org.modelgraph.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** The table of engines says what the contract was held against. */
class EngineTest {
    @Test
    void everyEngineStandsInTheDocumentationAsItWasFound() throws Exception {
        var text = Files.readString(Path.of("docs/scale.md"));
        for (var engine : Engine.values())
            if (engine != Engine.MODELGRAPH) assertThat(text.lines()).contains(engine.row());
    }
}
