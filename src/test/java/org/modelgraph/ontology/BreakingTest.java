package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.modelgraph.graph.Conformance;
import org.modelgraph.graph.Document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each constraint of the shapes has a sample of data that breaks it, and catches that sample. */
class BreakingTest {
    private static final Path SAMPLES = Path.of("src/test/resources/breaking");

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
                                            conformance.violations(withSample(sample)).stream()
                                                    .map(v ->
                                                            v.shape()
                                                                    .replaceFirst(
                                                                            "^.*/shapes/",
                                                                            "shapes/"))
                                                    .collect(Collectors.toSet());
                                    assertThat(found).containsAll(broken(sample));
                                }));
    }

    /**
     * The ontology, vocabularies and things, with the sources but none of their claims, and the
     * sample.
     */
    private static Graph withSample(Path sample) {
        var quads = DatasetGraphFactory.createGeneral();
        RDFParser.source(sample).lang(Lang.TRIG).parse(quads);
        var graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
        for (var document : Bundled.ONTOLOGY.documents()) {
            var whole =
                    document.part() != Document.Part.GRAPH
                            || document.path().equals("graph/core.trig");
            document.triples()
                    .find()
                    .filterKeep(t -> whole || isSource(t.getSubject()))
                    .forEachRemaining(graph::add);
        }
        quads.find().forEachRemaining(q -> graph.add(q.asTriple()));
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
