package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.graph.Derivation;
import org.modelgraph.graph.Rule;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.TreeSet;

/** What follows by each rule, and what does not, in a world of a few claims. */
class RuleTest {
    private static final String WORLD =
            """
            mg:Sub rdfs:subClassOf mg:Middle . mg:Middle rdfs:subClassOf mg:Top .
            mg:Middle a owl:Class . mg:Top a owl:Class . model:a a mg:Sub .
            mg:p rdfs:subPropertyOf mg:q . mg:q rdfs:subPropertyOf mg:r . model:a mg:p model:b .
            model:c mg:succeeds model:b . model:b mg:succeeds model:a .
            risk:x skos:broader risk:y . risk:y skos:broader risk:z .

            model:a a mg:Model ; mg:developedBy org:maker ; rdfs:label "A"@en , "甲"@zh ;
                mg:trainingTokens 2000.0 ; mg:nominalParameters 7.0 .
            model:b a mg:Model ; mg:trainingTokens 8100.0 ; mg:activeParameters 21.0 .
            limitation:l a mg:Limitation ; mg:givesRiseTo risk:x , challenge:c .
            limitation:mild a mg:Limitation . limitation:guessed a mg:Limitation .
            risk:x a mg:Risk . challenge:c a mg:Challenge . mitigation:m mg:mitigates risk:x .
            mg:attr a mg:Attribute .

            claim:l a mg:IssueFinding ; mg:issue limitation:l .
            claim:x a mg:IssueFinding ; mg:issue risk:x .
            claim:c a mg:IssueFinding ; mg:issue challenge:c .
            claim:mild a mg:IssueFinding ; mg:issue limitation:mild .
            claim:m a mg:MitigationApplication ; mg:mitigation mitigation:m ; mg:targets limitation:mild .
            claim:t a mg:TechniqueApplication ; mg:technique technique:t .
            claim:u a mg:UseStatement ; mg:use use:u ; mg:advice code:suited .
            claim:w a mg:DisclosureStatement ; mg:item disclosure:d ; mg:disclosureStatus code:withheld .
            claim:at a mg:AttributeClaim ; mg:attribute mg:attr ; mg:attributeLiteral 4 .
            claim:guess a mg:IssueFinding ; mg:about model:a ; mg:issue limitation:guessed ;
                mg:stance code:speculated ; mg:reviewStatus code:accepted ; mg:assertedBy org:other .
            claim:doubt a mg:IssueFinding ; mg:about model:a ; mg:issue limitation:guessed ;
                mg:stance code:stated ; mg:reviewStatus code:disputed ; mg:assertedBy org:other .
            disclosure:d skos:prefLabel "size"@en , "规模"@zh . code:withheld skos:prefLabel "withheld"@en , "未披露"@zh .
            claim:l mg:contradicts claim:x .

            metric:k mg:unit code:percent . code:percent mg:tolerance 0.5 .
            claim:own   a mg:EvaluationResult ; mg:assertedBy org:maker ; mg:benchmark benchmark:k ; mg:metric metric:k ; mg:setting setting:s ; mg:value 70.0 .
            claim:near  a mg:EvaluationResult ; mg:assertedBy org:other ; mg:benchmark benchmark:k ; mg:metric metric:k ; mg:setting setting:s ; mg:value 70.4 .
            claim:far   a mg:EvaluationResult ; mg:assertedBy org:third ; mg:benchmark benchmark:k ; mg:metric metric:k ; mg:setting setting:s ; mg:value 75.0 .
            claim:else  a mg:EvaluationResult ; mg:assertedBy org:other ; mg:benchmark benchmark:k ; mg:metric metric:k ; mg:setting setting:t ; mg:value 90.0 .
            claim:alone a mg:EvaluationResult ; mg:assertedBy org:maker ; mg:benchmark benchmark:j ; mg:metric metric:k ; mg:setting setting:s ; mg:value 1.0 .
            """;
    private static final List<String> ACCEPTED =
            List.of("l", "x", "c", "mild", "m", "t", "u", "w", "at");
    private static final List<String> RESULTS = List.of("own", "near", "far", "else", "alone");
    private static final Graph KNOWN = known();

    private static Graph known() {
        var text = new StringBuilder(WORLD);
        for (var claim : ACCEPTED)
            text.append(
                    "claim:%s mg:about model:a ; mg:stance code:stated ; mg:reviewStatus code:accepted .\n"
                            .formatted(claim));
        for (var claim : RESULTS)
            text.append(
                    "claim:%s mg:about model:a ; mg:stance code:measured ; mg:reviewStatus code:accepted .\n"
                            .formatted(claim));
        var known = GraphFactory.createDefaultGraph();
        var prefixes = new StringBuilder();
        Prefixes.map()
                .forEach((prefix, iri) ->
                        prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        RDFParser.fromString(prefixes + text.toString(), Lang.TURTLE).parse(known);
        new Derivation(Bundled.ONTOLOGY.rules(), known).run();
        return known;
    }

    private static boolean holds(String pattern) {
        var prefixes = new StringBuilder();
        Prefixes.map()
                .forEach((prefix, iri) ->
                        prefixes.append("PREFIX %s: <%s>\n".formatted(prefix, iri)));
        try (var asked =
                QueryExec.graph(KNOWN).query(prefixes + "ASK { " + pattern + " }").build()) {
            return asked.ask();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type-closure | model:a a mg:Top",
                "property-closure | model:a mg:r model:b",
                "laterThan | model:c mg:laterThan model:a",
                "broaderTransitive | risk:x skos:broaderTransitive risk:z",
                "attribute | model:a mg:attr 4",
                "hasLimitation | model:a mg:hasLimitation limitation:l",
                "hasRisk | model:a mg:hasRisk risk:x",
                "hasChallenge | model:a mg:hasChallenge challenge:c",
                "appliesMitigation | model:a mg:appliesMitigation mitigation:m",
                "appliesTechnique | model:a mg:appliesTechnique technique:t",
                "evaluatedOn | model:a mg:evaluatedOn benchmark:k",
                "computedOn | claim:own dqv:computedOn model:a",
                "suitedFor | model:a mg:suitedFor use:u",
                "withholds | model:a mg:withholds disclosure:d",
                "isRiskSourceFor | limitation:l airo:isRiskSourceFor risk:x",
                "evaluatorRelation | claim:own mg:evaluatorRelation code:first-party . claim:near"
                        + " mg:evaluatorRelation code:third-party",
                "results-agree | claim:own mg:corroborates claim:near",
                "results-differ | claim:own mg:contradicts claim:far",
                "contradicts-symmetric | claim:x mg:contradicts claim:l",
                "standing-confirmed | claim:own mg:standing code:independently-confirmed",
                "standing-developer-only | claim:alone mg:standing code:developer-only",
                "standing-speculation-only | claim:guess mg:standing code:speculation-only",
                "hasUnmitigatedIssue | model:a mg:hasUnmitigatedIssue limitation:l",
                "trainingCompute | model:a mg:trainingCompute ?x FILTER(?x = 84) . model:b"
                        + " mg:trainingCompute ?y FILTER(?y = 1020.6)",
                "disclosure-label | claim:w rdfs:label 'A on size: withheld'@en",
                "result-label | claim:own rdfs:label ?l FILTER(STRSTARTS(?l, 'A'))"
            })
    void itFollows(String rule, String pattern) {
        assertThat(Bundled.ONTOLOGY.rules()).extracting(Rule::name).contains(rule);
        assertThat(holds(pattern)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what is speculated or disputed | model:a mg:hasLimitation limitation:guessed",
                "an issue with a measure against it | model:a mg:hasUnmitigatedIssue"
                        + " limitation:mild",
                "a measure for the issue in general | model:a mg:hasUnmitigatedIssue risk:x",
                "a challenge is no risk | limitation:l airo:isRiskSourceFor challenge:c",
                "another setting | claim:own mg:contradicts claim:else",
                "more than the tolerance | claim:own mg:corroborates claim:far",
                "a third party measured it too | claim:own mg:standing code:developer-only",
                "an earlier model | model:a mg:laterThan model:c",
                "a narrower concept | risk:z skos:broaderTransitive risk:x"
            })
    void itDoesNotFollow(String why, String pattern) {
        assertThat(holds(pattern)).as(why).isFalse();
    }

    @Test
    void everyRuleIsTried() throws Exception {
        var tried = new TreeSet<String>();
        var cases = RuleTest.class.getDeclaredMethod("itFollows", String.class, String.class);
        for (var line : cases.getAnnotation(CsvSource.class).value())
            tried.add(line.substring(0, line.indexOf('|')).strip());
        assertThat(Bundled.ONTOLOGY.rules())
                .extracting(Rule::name)
                .containsExactlyInAnyOrderElementsOf(tried);
    }
}
