package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;

class LoadGuardTest {
    private static final String SHAPES =
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            GRAPH <%s> { <%s> <%s> "0" }
            GRAPH <%s> {
              <urn:x:shape> a sh:NodeShape ; sh:targetClass <urn:x:Thing> ;
                sh:property [ sh:path <urn:x:name> ; sh:minCount 1 ; sh:message "A thing has a name." ] .
            }
            """
                    .formatted(
                            Iris.CATALOG.getURI(),
                            Iris.graph("shapes-x").getURI(),
                            Iris.CONTENT_HASH.getURI(),
                            Iris.graph("shapes-x").getURI());

    @TempDir Path directory;
    private KnowledgeGraph store;

    @BeforeEach
    void open() {
        store = KnowledgeGraph.open(directory, DefaultGraph.UNION);
        load(SHAPES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBulkLoadThatBreaksAShapeIsRefusedWhole() {
        store.enlist(new LoadGuard(ValidationPolicy.of("enforce")));
        var before = store.version();
        assertThatThrownBy(() -> load("GRAPH <urn:x:g> { <urn:x:a> a <urn:x:Thing> }"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("A thing has a name.");
        assertThat(store.version()).isEqualTo(before);
        assertThat(isThere("urn:x:a")).isFalse();
    }

    @Test
    void aBulkLoadThatKeepsToTheShapesIsTaken() {
        store.enlist(new LoadGuard(ValidationPolicy.of("enforce")));
        load("GRAPH <urn:x:g> { <urn:x:a> a <urn:x:Thing> ; <urn:x:name> 'a' }");
        assertThat(isThere("urn:x:a")).isTrue();
    }

    @Test
    void whatOtherGraphsBreakDoesNotCount() {
        load("GRAPH <urn:x:old> { <urn:x:a> a <urn:x:Thing> }");
        store.enlist(new LoadGuard(ValidationPolicy.of("enforce")));
        load("GRAPH <urn:x:g> { <urn:x:b> a <urn:x:Thing> ; <urn:x:name> 'b' }");
        assertThat(isThere("urn:x:b")).isTrue();
    }

    @Test
    void wherePolicyOnlyWarnsTheLoadIsTaken() {
        store.enlist(new LoadGuard(ValidationPolicy.of("enforce,urn:x:g=warn")));
        load("GRAPH <urn:x:g> { <urn:x:a> a <urn:x:Thing> }");
        assertThat(isThere("urn:x:a")).isTrue();
    }

    private void load(String trig) {
        store.load(sink -> RDFParser.fromString(trig, Lang.TRIG).parse(sink));
    }

    private boolean isThere(String iri) {
        var node = NodeFactory.createURI(iri);
        return store.read(view -> view.dataset().contains(Node.ANY, node, Node.ANY, Node.ANY));
    }
}
