package org.modelgraph.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    private final NameIndex index = new NameIndex();
    private final Named gpt4 = thing("gpt-4", "GPT-4", "GPT-4");
    private final Named base = thing("llama-base", "Llama 3.1 8B", "Llama 3.1 8B");
    private final Named instruct = thing("llama-instruct", "Llama 3.1 8B Instruct", "指令版");

    NameIndexTest() {
        index.add(gpt4);
        index.add(base);
        index.add(instruct);
        index.name("model", instruct.node(), "Llama 3.1 8b");
    }

    private static Named thing(String name, String label, String labelZh) {
        return new Named(
                NodeFactory.createURI("https://w3id.org/modelgraph/model/" + name),
                "model",
                label,
                labelZh,
                false);
    }

    @Test
    void aNameMeansAThingExactlyOrAfterNormalisation() {
        assertThat(index.resolve("model", "GPT-4", 3)).isEqualTo(new Resolution.Known(gpt4));
        assertThat(index.resolve("model", "gpt 4", 3)).isEqualTo(new Resolution.Known(gpt4));
        assertThat(index.resolve("model", "指令版", 3)).isEqualTo(new Resolution.Known(instruct));
    }

    @Test
    void whatIsSpelledExactlySoGoesBeforeWhatIsMuchTheSame() {
        assertThat(index.resolve("model", "Llama 3.1 8B", 3)).isEqualTo(new Resolution.Known(base));
        assertThat(index.resolve("model", "Llama 3.1 8b", 3))
                .isEqualTo(new Resolution.Known(instruct));
    }

    @Test
    void aNameOfSeveralThingsMeansNone() {
        assertThat(index.resolve("model", "LLAMA 3.1 8B", 3))
                .isInstanceOfSatisfying(
                        Resolution.Ambiguous.class,
                        several -> assertThat(several.things()).containsExactly(base, instruct));
    }

    @Test
    void aNameBehindItsMakersNameMeansTheThingThatTheMakerMade() {
        var maker =
                new Named(
                        NodeFactory.createURI("https://w3id.org/modelgraph/organization/openai"),
                        "organization",
                        "OpenAI",
                        "OpenAI",
                        false);
        index.add(maker);
        assertThat(index.resolve("model", "openai/gpt-4", 3))
                .isInstanceOf(Resolution.Unknown.class);
        index.maker(gpt4.node(), maker.node());
        assertThat(index.resolve("model", "openai/gpt-4", 3)).isEqualTo(new Resolution.Known(gpt4));
        assertThat(index.resolve("model", "someone/gpt-4", 3))
                .isInstanceOf(Resolution.Unknown.class);
    }

    @Test
    void whatLooksAlikeIsACandidateAndNoMore() {
        assertThat(index.resolve("model", "Llama 3.1 80B", 3))
                .isInstanceOfSatisfying(
                        Resolution.Unknown.class,
                        none ->
                                assertThat(none.candidates())
                                        .extracting(Candidate::thing)
                                        .contains(base, instruct));
        assertThat(index.resolve("benchmark", "GPT-4", 3))
                .isEqualTo(new Resolution.Unknown(java.util.List.of()));
    }
}
