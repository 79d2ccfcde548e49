package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** How much the bundled graph knows, and that each number of it leads back to its row. */
class KnowledgeTest {
    private static final long SEED = 20261124;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6000 | ?x a mg:EvaluationResult",
                "250  | ?x a mg:Model",
                "150  | ?x a mg:Benchmark",
                "150  | { ?x a mg:Technique } UNION { ?x a mg:Mitigation }",
                "150  | { ?x a mg:Limitation } UNION { ?x a mg:Risk }",
                "600  | ?x a mg:DisclosureStatement",
                "170  | ?x a mg:Threat",
                "57   | ?x a mg:Incident",
                "246  | ?m mg:mitigates ?t . ?t a mg:Threat BIND(CONCAT(STR(?m), STR(?t)) AS ?x)",
                "1400 | ?x a <https://w3id.org/sssom/Mapping>",
                "60   | ?x a mg:Source",
                "300  | ?x a mg:Benchmark ; mg:task ?task",
                "120  | ?x a mg:Benchmark ; mg:numberOfItems ?items"
            })
    void theGraphKnowsAtLeastSoMany(int least, String pattern) {
        assertThat(Bundled.count("SELECT (COUNT(DISTINCT ?x) AS ?n) { " + pattern + " }"))
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void everyClaimHasAPassageInASource() {
        assertThat(
                        Bundled.values(
                                "claim",
                                "SELECT ?claim { ?claim a mg:Claim FILTER NOT EXISTS { ?claim"
                                        + " mg:statedIn/mg:inSource ?source } }"))
                .isEmpty();
    }

    @Test
    void everyConceptIsNamedAndDefinedInBothLanguages() {
        for (var language : List.of("en", "zh"))
            for (var property : List.of("skos:prefLabel", "skos:definition"))
                assertThat(
                                Bundled.values(
                                        "concept",
                                        "SELECT ?concept { ?concept a skos:Concept FILTER NOT"
                                                + " EXISTS { ?concept "
                                                + property
                                                + " ?text FILTER(LANG(?text) = '"
                                                + language
                                                + "') } }"))
                        .as("concepts without %s@%s", property, language)
                        .isEmpty();
    }

    @Test
    void everyMappingLeadsFromATermOfOurs() {
        assertThat(
                        Bundled.values(
                                "subject",
                                """
                                SELECT ?subject {
                                  ?mapping a <https://w3id.org/sssom/Mapping> ; owl:annotatedSource ?subject
                                  FILTER NOT EXISTS { ?subject rdfs:label|skos:prefLabel ?label }
                                }\
                                """))
                .isEmpty();
    }

    private record Cell(Path table, Map<String, String> row, Map<String, String> defaults) {
        String get(String column) {
            var cell = row.getOrDefault(column, "");
            return cell.isBlank() ? defaults.getOrDefault(column, "") : cell.strip();
        }

        String source() {
            return table.getParent().getFileName().toString();
        }
    }

    private static List<Cell> cells() throws Exception {
        var cells = new ArrayList<Cell>();
        try (var files = Files.walk(Path.of("ontology/tables"))) {
            for (var table : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                var format =
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
                try (var parser = CSVParser.parse(Files.readString(table), format)) {
                    if (!parser.getHeaderNames().contains("benchmark")) continue;
                    for (var row : parser) cells.add(new Cell(table, row.toMap(), defaults(table)));
                }
            }
        }
        return cells;
    }

    private static Map<String, String> defaults(Path table) throws Exception {
        var mapping = Path.of(table.toString().replace(".csv", ".yaml"));
        if (!Files.exists(mapping)) return Map.of();
        var defaults =
                new com.fasterxml.jackson.dataformat.yaml.YAMLMapper()
                        .readTree(mapping.toFile())
                        .path("defaults");
        var texts = new HashMap<String, String>();
        defaults.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> aNumberDrawnAtRandomLeadsBackToItsRow() throws Exception {
        var cells = cells();
        assertThat(cells).hasSizeGreaterThan(6000);
        var random = new Random(SEED);
        return random.ints(10, 0, cells.size())
                .mapToObj(cells::get)
                .map(cell ->
                        DynamicTest.dynamicTest(
                                cell.source() + " " + cell.get("id"), () -> trace(cell)));
    }

    private static void trace(Cell cell) {
        var claim =
                "<https://w3id.org/modelgraph/claim/" + cell.source() + "-" + cell.get("id") + ">";
        var found =
                Bundled.select(
                        "SELECT * { "
                                + claim
                                + " mg:about ?model ; mg:benchmark ?benchmark ; mg:assertedBy ?who"
                                + " ; mg:statedIn ?passage . ?passage mg:locator ?locator ;"
                                + " mg:inSource ?source . OPTIONAL { "
                                + claim
                                + " mg:value ?value } OPTIONAL { "
                                + claim
                                + " mg:printedValue ?printed } }");
        assertThat(found).hasSize(1);
        var row = found.getFirst();
        assertThat(row.get("source").getURI()).endsWith("/source/" + cell.source());
        assertThat(row.get("locator").getLiteralLexicalForm()).isEqualTo(cell.get("locator"));
        if (!cell.get("value").isEmpty())
            assertThat(row.get("value").getLiteralLexicalForm()).isEqualTo(cell.get("value"));
        if (!cell.get("printed").isEmpty())
            assertThat(row.get("printed").getLiteralLexicalForm()).isEqualTo(cell.get("printed"));
    }
}
