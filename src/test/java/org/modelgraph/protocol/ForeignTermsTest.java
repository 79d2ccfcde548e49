package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.sparql.Prefixes;

/** Questions in the terms of other vocabularies, which know nothing of ours, are answered. */
class ForeignTermsTest {
    private final Client client = TestServer.bundled().client();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAIR4ML: the models | 800 | ?x a fair4ml:MLModel",
                "FAIR4ML, near terms: evaluated on | 2000 | ?p skos:closeMatch fair4ml:evaluatedOn"
                        + " . ?m a fair4ml:MLModel ; ?p ?x",
                "AIRO: the risks of models | 10 | ?m a airo:AIModel ; airo:hasRisk ?x ."
                        + " ?x a airo:Risk",
                "AIRO: what is a source of a risk | 60 | ?s a airo:RiskSource ;"
                        + " airo:isRiskSourceFor ?x . ?x a airo:Risk",
                "AIRO: controls and what they mitigate | 300 | ?c a airo:RiskControl ;"
                        + " airo:mitigatesRiskConcept ?x . ?x a airo:RiskConcept",
                "AIRO: techniques | 10 | ?s airo:usesTechnique ?x . ?x a airo:AITechnique",
                "DQV: measurements with metric, thing and value | 7000 | ?q a"
                        + " dqv:QualityMeasurement ; dqv:isMeasurementOf ?metric ;"
                        + " dqv:computedOn ?x ; dqv:value ?value . ?metric a dqv:Metric",
                "DQV: what was measured of a model | 10 | ?x dqv:computedOn model:gpt-4 ;"
                        + " dqv:value ?value",
                "schema.org: claims about a model | 500 | ?x a schema:Claim ;"
                        + " schema:about model:gpt-4",
                "schema.org: works | 12000 | ?x a schema:CreativeWork",
                "PROV-O: what stems from where, and who said it | 12000 | ?x a prov:Entity ;"
                        + " prov:wasAttributedTo ?who ; prov:wasDerivedFrom ?source ."
                        + " ?who a prov:Agent",
                "Dublin Core: versions | 100 | ?x dcterms:isVersionOf ?whole",
                "SKOS: all broader concepts | 1000 | ?x skos:broaderTransitive ?ancestor"
            })
    void aQuestionOfAnotherVocabularyIsAnswered(String question, int least, String pattern)
            throws Exception {
        var text = new StringBuilder();
        Prefixes.map()
                .forEach((prefix, iri) -> text.append("PREFIX %s: <%s> ".formatted(prefix, iri)));
        var answer =
                client.ask(
                        text + "SELECT (COUNT(?x) AS ?n) { " + pattern + " }",
                        "Accept",
                        "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Integer.parseInt(answer.body().lines().toList().getLast()))
                .as(question)
                .isGreaterThanOrEqualTo(least);
    }
}
