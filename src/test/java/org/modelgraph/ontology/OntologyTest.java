package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Conformance;
import org.modelgraph.graph.Document;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Ontology;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

class OntologyTest {
    @Test
    void everyFileOfTheDirectoryIsRead() throws Exception {
        try (var files = Files.walk(Path.of("ontology"))) {
            var expected =
                    files.map(f -> Path.of("ontology").relativize(f).toString().replace('\\', '/'))
                            .filter(f -> f.matches(".*\\.(ttl|trig|rq|sssom\\.tsv)"))
                            .collect(Collectors.toSet());
            assertThat(expected).hasSizeGreaterThan(40);
            assertThat(Bundled.ONTOLOGY.documents())
                    .extracting(Document::path)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyFileHasAGraphOfItsOwn() {
        assertThat(Bundled.ONTOLOGY.documents())
                .extracting(Document::graph)
                .doesNotHaveDuplicates();
        assertThat(Bundled.ONTOLOGY.documents())
                .allSatisfy(d -> assertThat(d.triples().isEmpty()).as(d.path()).isFalse());
    }

    @Test
    void everyTermSaysWhatItIsInBothLanguages() {
        var terms =
                "?term rdfs:isDefinedBy <https://w3id.org/modelgraph/ns>"
                        + " FILTER(STRSTARTS(STR(?term), STR(mg:)))";
        assertThat(Bundled.count("SELECT (COUNT(DISTINCT ?term) AS ?n) { " + terms + " }"))
                .isGreaterThan(90);
        for (var language : new String[] {"en", "zh"})
            for (var property : new String[] {"rdfs:label", "skos:definition", "skos:example"})
                assertThat(
                                Bundled.values(
                                        "term",
                                        "SELECT ?term { "
                                                + terms
                                                + " FILTER NOT EXISTS { ?term "
                                                + property
                                                + " ?text FILTER(LANG(?text) = '"
                                                + language
                                                + "') } }"))
                        .as("terms without %s@%s", property, language)
                        .isEmpty();
    }

    @Test
    void everyTermThatDataUseIsDefined() {
        assertThat(
                        Bundled.values(
                                "used",
                                "SELECT DISTINCT ?used { { ?s ?used ?o } UNION { ?s a ?used }"
                                    + " FILTER(STRSTARTS(STR(?used), STR(mg:))) FILTER NOT EXISTS {"
                                    + " ?used rdfs:isDefinedBy ?ontology } }"))
                .isEmpty();
    }

    @Test
    void everyIriOfOursThatIsUsedIsDescribed() {
        assertThat(
                        Bundled.values(
                                "o",
                                """
                                SELECT DISTINCT ?o { ?s ?p ?o
                                  FILTER(ISIRI(?o) && STRSTARTS(STR(?o), "https://w3id.org/modelgraph/"))
                                  FILTER NOT EXISTS { ?o ?q ?x }
                                  FILTER(?p NOT IN (owl:versionIRI, foaf:logo)) }
                                """))
                .isEmpty();
    }

    @Test
    void theBundledGraphBreaksNoShape() {
        assertThat(new Conformance(Bundled.ONTOLOGY.shapes()).violations(Bundled.copy())).isEmpty();
    }

    @Test
    void everyIriThatTheCodeNamesIsATermOrAGraph() {
        var terms =
                Arrays.stream(Iris.class.getFields())
                        .filter(f ->
                                Modifier.isStatic(f.getModifiers()) && f.getType() == Node.class)
                        .map(OntologyTest::node)
                        .filter(n -> n.getURI().startsWith(Iris.NS))
                        .toList();
        assertThat(terms).isNotEmpty();
        assertThat(terms)
                .allSatisfy(t ->
                        assertThat(Bundled.ONTOLOGY.merged().contains(t, Node.ANY, Node.ANY))
                                .as(t.getURI())
                                .isTrue());
    }

    private static Node node(java.lang.reflect.Field field) {
        try {
            return (Node) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBrokenFileIsToldWithLineAndColumn(@TempDir Path directory) throws Exception {
        Files.writeString(
                directory.resolve("modelgraph.ttl"),
                "PREFIX a: <http://example.org/>\na:b a:c a:d .\na:e a:f ;; \"open\n");
        assertThatThrownBy(() -> Ontology.read(Optional.of(directory)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.detail()).startsWith("modelgraph.ttl:3:");
                            assertThat(p.position().map(Position::line)).contains(3);
                        });
    }

    @Test
    void aStatementOutsideOfTheFilesGraphIsToldWithTheFile(@TempDir Path directory)
            throws Exception {
        Files.writeString(
                directory.resolve("modelgraph.ttl"), "<http://a/> <http://b/> <http://c/> .");
        Files.createDirectories(directory.resolve("graph"));
        Files.writeString(
                directory.resolve("graph/mine.trig"),
                "GRAPH <http://other/> { <http://a/> <http://b/> <http://c/> }");
        assertThatThrownBy(() -> Ontology.read(Optional.of(directory)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("graph/mine.trig");
    }
}
