package org.modelgraph.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.graph.Conformance;
import org.modelgraph.ontology.Bundled;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.Terms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every question of the catalogue has the answer that its expectation file says. */
class CatalogTest {
    private static final Path EXPECTATIONS = Path.of("src/test/resources/expectations");
    private static final Catalog CATALOG = Catalog.read(Optional.empty());

    /** What an answer must hold, must not hold, and how long it may be. */
    private record Expectation(
            List<Map<String, String>> must,
            @JsonProperty("must-not") @Nullable List<Map<String, String>> mustNot,
            @Nullable Count count) {}

    private record Count(@Nullable Integer min, @Nullable Integer max) {}

    @Test
    void theQuestionsThatTheGraphWasMadeForAreThere() {
        assertThat(CATALOG.queries())
                .extracting(SavedQuery::id)
                .hasSizeGreaterThanOrEqualTo(60)
                .contains(
                        "results/exam-results",
                        "disagreement/seed-and-report",
                        "disclosure/withheld",
                        "speculation/seed-only",
                        "limitations/unmitigated");
    }

    @Test
    void everyExpectationBelongsToAQuestion() throws Exception {
        try (var files = Files.walk(EXPECTATIONS)) {
            var expected =
                    files.filter(f -> f.toString().endsWith(".yaml"))
                            .map(f -> EXPECTATIONS.relativize(f).toString().replace(".yaml", ""))
                            .toList();
            assertThat(expected)
                    .containsExactlyInAnyOrderElementsOf(
                            CATALOG.queries().stream().map(SavedQuery::id).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> theAnswerIsAsExpected() {
        return CATALOG.queries().stream()
                .map(query -> DynamicTest.dynamicTest(query.id(), () -> check(query)));
    }

    private static void check(SavedQuery query) throws Exception {
        var expectation =
                new YAMLMapper()
                        .readValue(
                                EXPECTATIONS.resolve(query.id() + ".yaml").toFile(),
                                Expectation.class);
        var rows = Bundled.select(query.text());
        assertThat(expectation.must()).isNotEmpty();
        for (var row : expectation.must())
            assertThat(rows).as("must hold %s", row).anyMatch(r -> holds(r, row));
        for (var row : Optional.ofNullable(expectation.mustNot()).orElse(List.of()))
            assertThat(rows).as("must not hold %s", row).noneMatch(r -> holds(r, row));
        var count = Optional.ofNullable(expectation.count()).orElse(new Count(null, null));
        if (count.min() != null) assertThat(rows).hasSizeGreaterThanOrEqualTo(count.min());
        if (count.max() != null) assertThat(rows).hasSizeLessThanOrEqualTo(count.max());
    }

    private static boolean holds(Binding row, Map<String, String> expected) {
        return expected.entrySet().stream()
                .allMatch(e -> text(row.get(Var.alloc(e.getKey()))).equals(e.getValue()));
    }

    private static String text(@Nullable Node node) {
        if (node == null) return "";
        return node.isURI()
                ? Prefixes.shorten(node.getURI()).orElse(node.getURI())
                : node.getLiteralLexicalForm();
    }

    @TestFactory
    Stream<DynamicTest> theQuestionRunsInAnyEngine() {
        return CATALOG.queries().stream()
                .map(query ->
                        DynamicTest.dynamicTest(
                                query.id(),
                                () ->
                                        assertThat(
                                                        QueryFactory.create(
                                                                        query.text(),
                                                                        Syntax.syntaxSPARQL_11)
                                                                .isSelectType())
                                                .isTrue()));
    }

    @Test
    void noQuestionNamesATermThatDoesNotExist() {
        var terms =
                new Terms(
                        Bundled.select("SELECT ?t { ?t rdfs:isDefinedBy ?o }").stream()
                                .map(r -> r.get(Var.alloc("t")).getURI())
                                .toList());
        assertThat(CATALOG.queries())
                .allSatisfy(q ->
                        assertThat(new QueryReader(terms).read(q.text()).warnings())
                                .as(q.id())
                                .isEmpty());
    }

    @Test
    void everyQuestionStandsInTheGraphAsAnExample() {
        var examples = QueryExamples.of(CATALOG).triples();
        assertThat(CATALOG.queries())
                .allSatisfy(query ->
                        assertThat(
                                        examples.contains(
                                                QueryExamples.iri(query),
                                                NodeFactory.createURI(
                                                        "http://www.w3.org/ns/shacl#select"),
                                                NodeFactory.createLiteralString(query.text())))
                                .isTrue());
        var known = Bundled.copy();
        examples.find().forEachRemaining(known::add);
        assertThat(new Conformance(Bundled.ONTOLOGY.shapes()).violations(known)).isEmpty();
    }
}
