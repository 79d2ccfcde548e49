package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A bulk load leaves what follows from all that is known then, with room in memory and without. */
class DerivedGraphTest {
    private static final String RULE =
            """
            GRAPH <%s> { <%s> <%s> "0" }
            GRAPH <%s> {
              <urn:x:rule> <http://www.w3.org/ns/shacl#construct>
                "CONSTRUCT { ?a <urn:x:above> ?b } WHERE { ?a <urn:x:on>+ ?b FILTER NOT EXISTS { ?a <urn:x:in> ?c } }" .
            }
            """
                    .formatted(
                            Iris.CATALOG.getURI(),
                            Iris.graph("rules-above").getURI(),
                            Iris.CONTENT_HASH.getURI(),
                            Iris.graph("rules-above").getURI());

    @TempDir Path directory;

    private static void load(KnowledgeGraph store, String text) {
        store.load(sink -> RDFParser.fromString(text, Lang.TRIG).parse(sink));
    }

    private static Set<String> derived(KnowledgeGraph store) {
        return store.read(view ->
                Iter.toList(view.dataset().find(Iris.DERIVED, Node.ANY, Node.ANY, Node.ANY))
                        .stream()
                        .map(q -> q.getSubject().getURI() + " " + q.getObject().getURI())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void aBulkLoadDerivesAnew(long room) {
        try (var store = KnowledgeGraph.open(directory, DefaultGraph.UNION)) {
            store.enlist(new DerivedGraph(room));
            load(store, RULE + "GRAPH <urn:x:g> { <urn:a> <urn:x:on> <urn:b> }");
            assertThat(derived(store)).containsExactly("urn:a urn:b");
            load(store, "GRAPH <urn:x:h> { <urn:b> <urn:x:on> <urn:c> }");
            assertThat(derived(store))
                    .containsExactlyInAnyOrder("urn:a urn:b", "urn:a urn:c", "urn:b urn:c");
            load(store, "<urn:a> <urn:x:in> <urn:d> .");
            assertThat(derived(store)).containsExactly("urn:b urn:c");
        }
    }
}
