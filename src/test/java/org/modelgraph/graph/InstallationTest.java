package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.ontology.Bundled;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;

/** The files come into the store whole or not at all, and later only those that changed. */
class InstallationTest {
    private static final String BASE = "https://w3id.org/modelgraph/";

    @TempDir Path directory;
    private Path files;
    private KnowledgeGraph store;

    @BeforeEach
    void prepare() throws IOException {
        files = directory.resolve("ontology");
        write(
                "modelgraph.ttl",
                "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> <http://example.org/Thing>"
                        + " rdfs:label \"thing\"@en .");
        write(
                "graph/one.trig",
                "GRAPH <"
                        + BASE
                        + "graph/one> { <http://example.org/a> a <http://example.org/Thing> }");
        write(
                "graph/two.trig",
                "GRAPH <"
                        + BASE
                        + "graph/two> { <http://example.org/b> a <http://example.org/Thing> }");
        write(
                "rules/same.rq",
                "# Says of everything that it is itself.\n"
                        + "CONSTRUCT { ?x <http://example.org/is> ?x } WHERE { ?x a"
                        + " <http://example.org/Thing> }");
        write(
                "shapes/things.ttl",
                """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                <http://example.org/shape> a sh:NodeShape ; sh:targetClass <http://example.org/Thing> ;
                  sh:property [ sh:path <http://example.org/bad> ; sh:maxCount 0 ; sh:message "no thing is bad" ] .
                """);
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(files.resolve(path).getParent());
        Files.writeString(files.resolve(path), text);
    }

    private Installation.Outcome install() {
        return new Installation(Ontology.read(Optional.of(files))).into(store);
    }

    private long count(String graph, String property) {
        return store.read(view ->
                Iter.count(
                        view.dataset()
                                .find(
                                        NodeFactory.createURI(BASE + "graph/" + graph),
                                        Node.ANY,
                                        property.isEmpty()
                                                ? Node.ANY
                                                : NodeFactory.createURI(property),
                                        Node.ANY)));
    }

    @Test
    void theFirstTimeEveryFileIsLoadedAndTheRulesRun() {
        assertThat(install().loaded())
                .containsExactlyInAnyOrder(
                        "modelgraph.ttl",
                        "graph/one.trig",
                        "graph/two.trig",
                        "rules/same.rq",
                        "shapes/things.ttl");
        assertThat(count("derived", "http://example.org/is")).isEqualTo(2);
    }

    @Test
    void theSecondTimeNothingIsDone() {
        install();
        var before = store.version();
        assertThat(install().changedNothing()).isTrue();
        assertThat(store.version()).isEqualTo(before);
    }

    @Test
    void filesThatAreTheSameAreNotReadAgain() throws IOException {
        var more =
                new Document(
                        "more", Document.Part.QUERIES, Iris.graph("more"), "1", Graph.emptyGraph);
        var all = Optional.of(files);
        assertThat(Installation.of(all, more, store).loaded()).hasSize(6);
        assertThat(Installation.of(all, more, store).changedNothing()).isTrue();
        write("graph/two.trig", "what can't be read");
        assertThatThrownBy(() -> Installation.of(all, more, store)).isInstanceOf(Problem.class);
        Files.delete(files.resolve("graph/two.trig"));
        assertThat(Installation.of(all, more, store).removed()).hasSize(1);
    }

    @Test
    void theBundledFilesAreToldApartWithoutReadingThem() {
        var read = new HashMap<Node, String>();
        Bundled.ONTOLOGY.documents().forEach(d -> read.put(d.graph(), d.hash()));
        assertThat(Ontology.hashes(Optional.empty())).isEqualTo(read);
    }

    @Test
    void laterOnlyWhatChangedIsLoaded() throws IOException {
        install();
        write(
                "graph/two.trig",
                "GRAPH <"
                        + BASE
                        + "graph/two> { <http://example.org/b> a <http://example.org/Thing> ."
                        + " <http://example.org/c> a <http://example.org/Thing> }");
        assertThat(install().loaded()).containsExactly("graph/two.trig");
        assertThat(count("two", "")).isEqualTo(2);
        assertThat(count("derived", "http://example.org/is")).isEqualTo(3);
    }

    @Test
    void aFileThatIsGoneTakesItsGraphWithIt() throws IOException {
        install();
        Files.delete(files.resolve("graph/two.trig"));
        assertThat(install().removed()).containsExactly(BASE + "graph/two");
        assertThat(count("two", "")).isZero();
        assertThat(count("derived", "http://example.org/is")).isEqualTo(1);
    }

    @Test
    void graphsOfUsersStayAndTheRulesSeeThem() throws IOException {
        install();
        var mine = NodeFactory.createURI("http://example.org/mine");
        store.write(overlay ->
                overlay.add(
                        mine,
                        NodeFactory.createURI("http://example.org/d"),
                        org.apache.jena.vocabulary.RDF.type.asNode(),
                        NodeFactory.createURI("http://example.org/Thing")));
        write(
                "graph/one.trig",
                "GRAPH <"
                        + BASE
                        + "graph/one> { <http://example.org/a2> a <http://example.org/Thing> }");
        install();
        long kept =
                store.read(view ->
                        Iter.count(view.dataset().find(mine, Node.ANY, Node.ANY, Node.ANY)));
        assertThat(kept).isEqualTo(1);
        assertThat(count("derived", "http://example.org/is")).isEqualTo(3);
    }

    @Test
    void filesThatBreakAShapeLeaveTheStoreAsItWas() throws IOException {
        install();
        var before = store.version();
        write(
                "graph/two.trig",
                "GRAPH <"
                        + BASE
                        + "graph/two> { <http://example.org/b> a <http://example.org/Thing> ;"
                        + " <http://example.org/bad> 1 }");
        assertThatThrownBy(this::install)
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.kind()).isEqualTo(Problem.Kind.INVALID_DATA);
                            assertThat(p.detail()).contains("no thing is bad");
                        });
        assertThat(store.version()).isEqualTo(before);
        assertThat(count("two", "")).isEqualTo(1);
    }
}
