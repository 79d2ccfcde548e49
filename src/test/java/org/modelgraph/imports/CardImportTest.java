package org.modelgraph.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.modelgraph.ingest.format.Note;

import java.util.List;

/** Hugging Face: model cards, data set cards and .eval_results. */
class CardImportTest {
    private static Bench bench;
    private static Bench.Run run;

    @BeforeAll
    static void importTheCards() throws Exception {
        bench = new Bench();
        run = bench.run("huggingface", Bench.FIXTURES.resolve("huggingface"));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static List<String> attributes(String model) {
        return bench.ask(
                "SELECT ?attribute ?value { ?c a mg:AttributeClaim ; mg:about/rdfs:label '"
                        + model
                        + "'@en ; mg:attribute ?attribute ;"
                        + " mg:attributeLiteral|mg:attributeResource/rdfs:label ?value"
                        + " FILTER(LANG(?value) != 'zh') }");
    }

    @Test
    void theHeadBecomesClaims() {
        assertThat(attributes("Tiny-Chat-7B"))
                .containsExactly(
                        "mg:derivedFrom Mistral 7B v0.1",
                        "mg:licenceName tiny-community-licence",
                        "mg:trainedOn example-lab/chats");
    }

    @Test
    void aCardThatIsItsOwnBaseModelGivesNoClaimOfIt() {
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l ->
                        assertThat(l)
                                .contains(
                                        "Tiny-Chat-7B.md:6: base_model[1] names the thing itself"));
    }

    @Test
    void aResultHasItsPrintedValueItsUnitAndItsSource() {
        assertThat(
                        bench.ask(
                                """
                                SELECT ?benchmark ?setting ?metric ?value ?printed ?stance ?cites ?locator {
                                  ?c a mg:EvaluationResult ; mg:about/rdfs:label 'Tiny-Chat-7B'@en ;
                                    mg:benchmark ?benchmark ; mg:metric/rdfs:label ?metric ; mg:value ?value ;
                                    mg:printedValue ?printed ; mg:stance ?stance ; mg:statedIn/mg:locator ?locator .
                                  OPTIONAL { ?c mg:setting/rdfs:label ?setting FILTER(LANG(?setting) = 'en') }
                                  OPTIONAL { ?c mg:cites ?cites } FILTER(LANG(?metric) = 'en') }
                                """))
                .containsExactly(
                        "benchmark:hellaswag 10-shot; validation split normalized accuracy"
                            + " [percent] 81.37 81.37% code:relayed"
                            + " https://huggingface.co/spaces/HuggingFaceH4/open_llm_leaderboard?query=Tiny"
                            + " line 25, model-index[0].results[0].metrics[0]",
                        "benchmark:ifeval inst_level_strict_acc and prompt_level_strict_acc [unit"
                                + " not stated] 0.4 0.4 code:stated line 39,"
                                + " model-index[0].results[1].metrics[0]");
    }

    @Test
    void whatIsNoResultIsToldToTheLine() {
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(
                        l -> assertThat(l).contains(".md:28: ", "“not run”, which is no number"))
                .anySatisfy(l -> assertThat(l).contains(".md:41: ", "it names no data set"))
                .anySatisfy(l -> assertThat(l).contains(".md:46: ", "it has no results"))
                .anySatisfy(
                        l -> assertThat(l).contains(".md:10: language is left aside: the graph"))
                .anySatisfy(l -> assertThat(l).contains("No-Head.md:1: the card has no YAML head"));
    }

    @Test
    void windowsLineEndsDoNotMatter() {
        assertThat(attributes("Windows"))
                .containsExactly("mg:derivedFrom GPT-2", "mg:licenceName mit");
    }

    @Test
    void aCardOfADataSetIsAboutTheDataSet() {
        assertThat(attributes("Example Chats")).containsExactly("mg:licenceName cc-by-4.0");
    }

    @Test
    void aBrokenHeadIsNamedWithItsLineAndTheOthersComeIn() {
        assertThat(run.notes(Note.Kind.BROKEN))
                .hasSize(2)
                .anySatisfy(l -> assertThat(l).contains("Broken-Head.md:4: "))
                .anySatisfy(l -> assertThat(l).contains("List-Head.md:2: ", "is no mapping"));
        assertThat(run.words().files(FileOutcome.State.TAKEN)).isEqualTo(5);
        assertThat(run.words().files(FileOutcome.State.EMPTY)).isEqualTo(1);
    }

    @Test
    void aCardInItsRepositoryIsAboutTheRepositoryAndItsOwnerSpeaks() {
        assertThat(attributes("example-lab/tiny-7b"))
                .containsExactly("mg:derivedFrom Llama 2 7B", "mg:licenceName apache-2.0");
        assertThat(
                        bench.ask(
                                "SELECT DISTINCT ?who { ?c mg:about/rdfs:label"
                                        + " 'example-lab/tiny-7b'@en ; mg:assertedBy/rdfs:label"
                                        + " ?who FILTER(LANG(?who) = 'en') }"))
                .containsExactly("example-lab");
    }

    @Test
    void evaluationResultsOfARepositoryAreTaken() {
        assertThat(
                        bench.ask(
                                """
                                SELECT ?benchmark ?setting ?value ?day ?cites {
                                  ?c a mg:EvaluationResult ; mg:about/rdfs:label 'example-lab/tiny-7b'@en ;
                                    mg:benchmark/rdfs:label ?benchmark ; mg:value ?value .
                                  OPTIONAL { ?c mg:setting/rdfs:label ?setting FILTER(LANG(?setting) = 'en') }
                                  OPTIONAL { ?c mg:evaluatedAt ?day } OPTIONAL { ?c mg:cites ?cites }
                                  FILTER(LANG(?benchmark) = 'en') }
                                """))
                .containsExactly(
                        "Idavidrein/gpqa, gpqa_diamond 0.412",
                        "cais/hle, hle no-tools 20.9 2025-01-15"
                                + " https://huggingface.co/spaces/example-lab/logs");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l ->
                        assertThat(l).contains("hle.yaml:16: [2] is left aside: it has no value"));
    }

    @Test
    void nothingBreaksTheShapes() {
        assertThat(run.notes(Note.Kind.REFUSED)).isEmpty();
    }
}
