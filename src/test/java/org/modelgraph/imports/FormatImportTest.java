package org.modelgraph.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.modelgraph.ingest.format.Note;

import java.util.List;

/** The formats, each with the traps that its files have been seen to set. */
class FormatImportTest {
    private static Bench bench;

    @BeforeAll
    static void open() throws Exception {
        bench = new Bench();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    private static Bench.Run run(String format) {
        var run = bench.run(format, Bench.FIXTURES.resolve(format));
        assertThat(run.notes(Note.Kind.REFUSED)).isEmpty();
        return run;
    }

    private static List<String> attributes(String graph) {
        return bench.ask(
                "SELECT ?of ?attribute ?value { ?c a mg:AttributeClaim ; mg:statedIn/mg:inSource"
                        + " source:"
                        + graph
                        + " ; mg:about/rdfs:label ?of ; mg:attribute ?attribute ;"
                        + " mg:attributeLiteral|mg:attributeResource/rdfs:label ?value"
                        + " FILTER(LANG(?value) != 'zh' && LANG(?of) = 'en') }");
    }

    private static List<String> results(String source) {
        return bench.ask(
                """
                SELECT ?model ?benchmark ?setting ?metric ?value ?printed ?stance {
                  ?c a mg:EvaluationResult ; mg:statedIn/mg:inSource source:%s ; mg:about/rdfs:label ?model ;
                    mg:benchmark/rdfs:label ?benchmark ; mg:metric/rdfs:label ?metric ; mg:value ?value ;
                    mg:printedValue ?printed ; mg:stance/skos:prefLabel ?stance .
                  OPTIONAL { ?c mg:setting/rdfs:label ?setting FILTER(LANG(?setting) = 'en') }
                  FILTER(LANG(?model) = 'en' && LANG(?benchmark) = 'en' && LANG(?metric) = 'en' && LANG(?stance) = 'en') }
                """
                        .formatted(source));
    }

    @Test
    void ecosystemGraphs() {
        var run = run("ecosystem-graphs");
        assertThat(attributes("ecosystem-graphs-lab-yaml"))
                .containsExactly(
                        "Tiny App mg:developedBy Example Lab",
                        "Tiny App mg:usesModel Tiny-1",
                        "Tiny Corpus mg:accessName open",
                        "Tiny Corpus mg:developedBy Example Lab",
                        "Tiny-1 mg:accessName open",
                        "Tiny-1 mg:derivedFrom GPT-2",
                        "Tiny-1 mg:developedBy OpenAI",
                        "Tiny-1 mg:releasedOn 2023-05-04",
                        "Tiny-1 mg:sizeName 7B parameters (dense)",
                        "Tiny-1 mg:trainedOn Tiny Corpus",
                        "Tiny-2 mg:developedBy Example Lab");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("“Something Else” is a model, a data set"))
                .anySatisfy(l -> assertThat(l).contains("created_date is left aside: “2023-06”"))
                .anySatisfy(l -> assertThat(l).contains("a system that depends on a dataset"))
                .anySatisfy(l -> assertThat(l).contains("“Tiny-2” is a model, a data set or an"))
                .anySatisfy(l -> assertThat(l).contains("[4] is left aside: it names no type"));
        assertThat(run.notes(Note.Kind.REMARK))
                .anySatisfy(l -> assertThat(l).contains("several assets are called “Tiny-2”"));
        assertThat(run.notes(Note.Kind.BROKEN))
                .singleElement()
                .asString()
                .contains("schema.yaml:1: a file of assets is a list");
    }

    @Test
    void croissantOfAllThreeVersions() {
        var run = run("croissant");
        assertThat(attributes("croissant-v08-json"))
                .containsExactly(
                        "Tiny Digits mg:describedAs Ten digits, written by hand.",
                        "Tiny Digits mg:licenceName cc-by-4.0");
        assertThat(attributes("croissant-v10-json"))
                .containsExactly(
                        "Tiny Words mg:describedAs Words.",
                        "Tiny Words mg:developedBy A. Person",
                        "Tiny Words mg:developedBy OpenAI",
                        "Tiny Words mg:licenceName https://creativecommons.org/licenses/by/4.0/",
                        "Tiny Words mg:licenceName https://example.org/terms");
        assertThat(attributes("croissant-v11-json"))
                .containsExactly(
                        "Tiny Corpus in Two Languages mg:describedAs Both.",
                        "Tiny Corpus in Two Languages mg:licenceName https://example.org/licence",
                        "Tiny Corpus in Two Languages mg:releasedOn 2025-03-01");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(
                        l -> assertThat(l).contains("datePublished is left aside: “2024-02-30”"))
                .anySatisfy(l -> assertThat(l).contains("citeAs is left aside"))
                .anySatisfy(
                        l -> assertThat(l).contains("thing.json:1: the file describes no data"));
    }

    @Test
    void everyEvalEver() {
        var run = run("every-eval-ever");
        assertThat(results("every-eval-ever-run-json"))
                .containsExactly(
                        "GPT-4 MMLU accuracy 86.41 0.8641 measured",
                        "GPT-4 Made-up rate Hallucination rate, lower is better [percent] 3.4 3.4"
                                + " measured");
        assertThat(
                        bench.ask(
                                """
                                SELECT ?se ?low ?high ?level ?n ?harness ?day ?cites {
                                  claim:every-eval-ever-run-json-r0 mg:standardError ?se ; mg:confidenceLow ?low ;
                                    mg:confidenceHigh ?high ; mg:confidenceLevel ?level ; mg:numberOfItems ?n ;
                                    mg:harness ?harness ; mg:evaluatedAt ?day ; mg:cites ?cites }
                                """))
                .containsExactly(
                        "0.4 85.0 88.0 95.0 14042 lm_eval 0.4.2 2025-06-15"
                                + " https://example.org/mmlu");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("“NaN”, which is no number"))
                .anySatisfy(l -> assertThat(l).contains("harness.json:1: ", "of another format"));
        assertThat(run.notes(Note.Kind.BROKEN)).singleElement().asString().contains("cut.json:");
    }

    @Test
    void mtebOfBothForms() {
        var run = run("mteb");
        assertThat(results("mteb-results-example-lab-tiny-embed-0a1b2c3d-scifact-json"))
                .containsExactly(
                        "example-lab/tiny-embed SciFact test split nDCG@10 64.596 0.64596"
                                + " measured");
        assertThat(results("mteb-results-example-lab-tiny-embed-external-arguana-json"))
                .containsExactly(
                        "example-lab/tiny-embed ArguAna test split nDCG@10 50.0 0.5 relayed");
        assertThat(attributes("mteb-results-example-lab-tiny-embed-0a1b2c3d-model-meta-json"))
                .containsExactly(
                        "example-lab/tiny-embed mg:derivedFrom BERT base (uncased)",
                        "example-lab/tiny-embed mg:licenceName mit",
                        "example-lab/tiny-embed mg:releasedOn 2024-05-06");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("scores.train[1] is left aside"))
                .anySatisfy(l -> assertThat(l).contains("“NaN”, which is no number"))
                .anySatisfy(l -> assertThat(l).contains("the old form does not tell"));
    }

    @Test
    void papersWithCode() {
        var run = run("papers-with-code");
        assertThat(results("papers-with-code-tables-json"))
                .containsExactly(
                        "GPT-4 Tiny QA EM [percent] 81.37 81.37% relayed",
                        "GPT-4 Tiny QA F1 [unit not stated] 90.0 ~90 relayed",
                        "GPT-4 Tiny QA, hard EM [unit not stated] 60.1 60.1 ± 0.4 relayed",
                        "TinyQA (ensemble) Tiny QA EM [unit not stated] 80.5 80.5 relayed");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("metrics.Params is “24M”"))
                .anySatisfy(l -> assertThat(l).contains("rows[1] is left aside: it names no model"))
                .anySatisfy(l -> assertThat(l).contains("[1] is left aside: it names no task"));
        assertThat(run.notes(Note.Kind.BROKEN))
                .singleElement()
                .asString()
                .contains("comment.json:2: ");
    }

    @Test
    void mappingSets() {
        var run = run("sssom");
        assertThat(run.claims()).isEqualTo(3);
        assertThat(
                        bench.ask(
                                "SELECT ?o { model:gpt-4 skos:exactMatch ?o"
                                        + " FILTER(STRSTARTS(STR(?o), 'https://example.org/')) }"))
                .containsExactly("https://example.org/terms/gpt4");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains(".tsv:8: the same mapping"))
                .anySatisfy(l -> assertThat(l).contains(".tsv:11: object_id is “yours:gpt4”"));
    }

    @Test
    void rdfInTheTermsOfOthersAndInOurs() {
        var run = bench.run("rdf", Bench.FIXTURES.resolve("rdf"));
        assertThat(attributes("rdf-fair4ml-ttl"))
                .containsExactly(
                        "Tiny 7B mg:derivedFrom GPT-2",
                        "Tiny 7B mg:developedBy Example Lab",
                        "Tiny 7B mg:licenceName https://spdx.org/licenses/MIT",
                        "Tiny 7B mg:releasedOn 2024-01-02",
                        "Tiny 7B mg:trainedOn Tiny Corpus",
                        "Tiny Corpus mg:licenceName mit");
        assertThat(results("rdf-fair4ml-ttl"))
                .containsExactly("Tiny 7B MMLU accuracy 41.5 41.5 stated");
        assertThat(results("rdf-run-ttl"))
                .containsExactly("forest credit accuracy [unit not stated] 0.8478 0.8478 measured");
        assertThat(
                        bench.ask(
                                "SELECT ?review ?value { claim:my-notes-1 mg:reviewStatus ?review ;"
                                        + " mg:attributeLiteral ?value }"))
                .containsExactly("code:unreviewed limited");
        assertThat(run.notes(Note.Kind.REFUSED)).singleElement().asString().contains("my-notes-2");
        assertThat(run.notes(Note.Kind.BROKEN))
                .singleElement()
                .asString()
                .contains("broken.ttl:2: ");
        assertThat(run.notes(Note.Kind.LEFT_ASIDE))
                .anySatisfy(l -> assertThat(l).contains("“quite good”, which is no number"))
                .anySatisfy(l -> assertThat(l).contains("nothing.ttl: no mapping finds anything"));
        var before = bench.store().version();
        assertThat(bench.run("rdf", Bench.FIXTURES.resolve("rdf")).version()).isEqualTo(before);
    }
}
