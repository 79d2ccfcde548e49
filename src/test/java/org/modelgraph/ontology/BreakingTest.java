package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.graph.Conformance;
import org.modelgraph.graph.Document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each constraint of the shapes has a sample of data that breaks it, and catches that sample when
 * it is written.
 */
class BreakingTest {
    private static final Path SAMPLES = Path.of("src/test/resources/breaking");
    private static final Set<Document.Part> LEFT_OUT =
            Set.of(Document.Part.GRAPH, Document.Part.MAPPINGS, Document.Part.ALIGNMENTS);
    private static final Graph WITHOUT_CLAIMS = withoutClaims();

    private static List<Path> samples() throws Exception {
        try (var files = Files.list(SAMPLES)) {
            var samples = files.filter(f -> f.toString().endsWith(".trig")).sorted().toList();
            assertThat(samples).hasSizeGreaterThan(30);
            return samples;
        }
    }

    private static Set<String> broken(Path sample) throws Exception {
        try (var lines = Files.lines(sample)) {
            return lines.filter(l -> l.startsWith("# breaks: "))
                    .flatMap(l -> Stream.of(l.substring(10).strip().split("\\s*,\\s*")))
                    .collect(Collectors.toSet());
        }
    }

    @TestFactory
    Stream<DynamicTest> theSampleIsCaught() throws Exception {
        var conformance = new Conformance(Bundled.ONTOLOGY.shapes());
        return samples().stream()
                .map(sample ->
                        DynamicTest.dynamicTest(
                                sample.getFileName().toString(),
                                () -> {
                                    var found =
                                            violations(conformance, sample).stream()
                                                    .map(v ->
                                                            v.shape()
                                                                    .replaceFirst(
                                                                            "^.*/shapes/",
                                                                            "shapes/"))
                                                    .collect(Collectors.toSet());
                                    assertThat(found).containsAll(broken(sample));
                                }));
    }

    private static List<Conformance.Violation> violations(Conformance shapes, Path sample) {
        var quads = DatasetGraphFactory.createGeneral();
        RDFParser.source(sample).lang(Lang.TRIG).parse(quads);
        var added = new ArrayList<Triple>();
        quads.find().forEachRemaining(quad -> added.add(quad.asTriple()));
        return shapes.brought(WITHOUT_CLAIMS, added);
    }

    /** The ontology, vocabularies and things, with the sources but none of their claims. */
    private static Graph withoutClaims() {
        var graph = GraphFactory.createDefaultGraph();
        for (var document : Bundled.ONTOLOGY.documents()) {
            var whole =
                    !LEFT_OUT.contains(document.part())
                            || document.path().equals("graph/core.trig");
            document.triples()
                    .find()
                    .filterKeep(t -> whole || isSource(t.getSubject()))
                    .forEachRemaining(graph::add);
        }
        return graph;
    }

    private static boolean isSource(Node node) {
        return node.isURI() && node.getURI().contains("/source/");
    }

    @Test
    void everyConstraintHasASample() throws Exception {
        var shapes = Bundled.ONTOLOGY.shapes();
        var named = new TreeSet<String>();
        for (var property : new String[] {"path", "sparql", "select"})
            shapes.find(
                            Node.ANY,
                            NodeFactory.createURI("http://www.w3.org/ns/shacl#" + property),
                            Node.ANY)
                    .forEachRemaining(t -> {
                        if (t.getSubject().isURI())
                            named.add(
                                    t.getSubject().getURI().replaceFirst("^.*/shapes/", "shapes/"));
                    });
        var covered = new TreeSet<String>();
        for (var sample : samples()) covered.addAll(broken(sample));
        named.removeAll(covered);
        assertThat(named).as("constraints without a breaking sample").isEmpty();
    }
}
