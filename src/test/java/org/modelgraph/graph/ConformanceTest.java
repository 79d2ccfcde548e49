package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The breaches that a change brings are those of the whole after it, less those of before. */
class ConformanceTest {
    private static final String SHAPES =
            """
            PREFIX :     <urn:>
            PREFIX sh:   <http://www.w3.org/ns/shacl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            :s1 a sh:NodeShape ; sh:targetClass :A ;
                sh:property [ sh:path :p ; sh:minCount 1 ; sh:class :B ] ;
                sh:property [ sh:path ( :q [ sh:inversePath :p ] ) ; sh:maxCount 1 ] .
            :s2 a sh:NodeShape ; sh:targetSubjectsOf :q ;
                sh:or ( [ sh:class :C ] [ sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:hasValue :x ] ] ) .
            :s3 a sh:PropertyShape ; sh:targetObjectsOf :p ; sh:path :q ; sh:disjoint :p ;
                sh:node [ sh:property [ sh:path :r ; sh:maxCount 1 ] ] .
            :s4 a sh:NodeShape ; sh:targetClass :B ;
                sh:sparql [ sh:message "m" ; sh:select "SELECT $this ?value WHERE { $this <urn:p> ?value . FILTER NOT EXISTS { ?value <urn:q>/<urn:r>* $this } }" ] .
            :s5 a sh:NodeShape ; sh:targetNode :all ;
                sh:sparql [ sh:message "{?thing}" ; sh:select "SELECT $this ?value ( SAMPLE( ?s ) AS ?thing ) WHERE { ?s <urn:r> ?value . FILTER NOT EXISTS { ?value a ?c } } GROUP BY $this ?value" ] .
            :s6 a sh:NodeShape ; sh:targetClass :C ;
                sh:sparql [ sh:message "m" ; sh:select "SELECT $this ?value WHERE { { $this <urn:q> ?value . FILTER NOT EXISTS { ?value <urn:p> $this } } UNION { ?value <urn:r> $this . MINUS { $this <urn:r> ?other } } }" ] .
            :s8 a sh:NodeShape ; sh:targetClass :B ;
                sh:sparql [ sh:message "m" ; sh:select "SELECT $this ?value WHERE { $this <urn:q> ?value . OPTIONAL { ?value <urn:p> ?far . FILTER ( ?far != $this ) } { ?value <urn:r> ?near . FILTER ( ?near != $this ) } UNION { ?near <urn:r> ?value . FILTER NOT EXISTS { { ?near <urn:q> ?it . FILTER ( ?it = $this ) } UNION { $this <urn:p>+ ?near } } } FILTER ( ! bound( ?far ) ) }" ] .
            :s7 a sh:NodeShape ; sh:targetClass :A ; sh:closed true ;
                sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ;
                sh:property [ sh:path :p ] ; sh:property [ sh:path :q ] .
            """;

    private static final List<String> NODES = List.of("A", "B", "C", "x", "y", "z");

    private static Node iri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static Triple random(Random random) {
        var subject = iri(NODES.get(random.nextInt(6)));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 ->
                    Triple.create(subject, RDF.type.asNode(), iri(NODES.get(random.nextInt(3))));
            case 3 ->
                    Triple.create(
                            iri(NODES.get(random.nextInt(3))),
                            RDFS.subClassOf.asNode(),
                            iri(NODES.get(random.nextInt(3))));
            default ->
                    Triple.create(
                            subject,
                            iri(List.of("p", "q", "r").get(random.nextInt(3))),
                            iri(NODES.get(random.nextInt(6))));
        };
    }

    private static Set<String> keys(ShapeReport report) {
        var keys = new HashSet<String>();
        for (var entry : report.entries())
            keys.add(
                    entry.focusNode()
                            + " "
                            + entry.resultPath()
                            + " "
                            + entry.value()
                            + " "
                            + entry.source()
                            + " "
                            + entry.sourceConstraintComponent());
        return keys;
    }

    /** What Jena finds, which asks each constraint of each node. */
    private static Set<String> oneByOne(Graph shapes, Graph data) {
        return keys(
                new ShapeReport(
                        List.copyOf(ShaclValidator.get().validate(shapes, data).getEntries())));
    }

    private static Graph copy(Set<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatAChangeBringsIsFoundByLookingAtWhatItConcerns(int seed) {
        var shapes = GraphFactory.createDefaultGraph();
        RDFParser.fromString(SHAPES, Lang.TURTLE).parse(shapes);
        var conformance = new Conformance(shapes);
        var random = new Random(seed);
        var data = new LinkedHashSet<Triple>();
        var found = 0;
        for (var step = 0; step < 150; step++) {
            var next = new LinkedHashSet<>(data);
            for (var i = random.nextInt(3); i >= 0; i--) {
                if (random.nextInt(5) < 3 || next.isEmpty()) next.add(random(random));
                else next.remove(List.copyOf(next).get(random.nextInt(next.size())));
            }
            var removed = new LinkedHashSet<>(data);
            removed.removeAll(next);
            var added = new LinkedHashSet<>(next);
            added.removeAll(data);
            var old = copy(data);
            var now = copy(next);
            assertThat(keys(conformance.report(now))).isEqualTo(oneByOne(shapes, now));
            var expected = oneByOne(shapes, now);
            expected.removeAll(oneByOne(shapes, old));
            var brought =
                    keys(
                            conformance.brought(
                                    new Conformance.Step(
                                            new Delta(removed), old, new Delta(added), now)));
            assertThat(brought)
                    .as("seed %d, step %d, +%s -%s", seed, step, added, removed)
                    .isEqualTo(expected);
            found += brought.size();
            data = next;
        }
        assertThat(found).as("breaches to be found").isGreaterThan(50);
    }
}
