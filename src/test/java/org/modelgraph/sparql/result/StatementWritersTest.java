package org.modelgraph.sparql.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements come back as they were, as Jena's parsers have it. */
class StatementWritersTest {
    private static final StreamWriter PREFIXED =
            StreamWriter.prefixed(
                    Map.of(
                            "model",
                            "https://w3id.org/modelgraph/model/",
                            "mg",
                            "https://w3id.org/modelgraph/ns/",
                            "xsd",
                            "http://www.w3.org/2001/XMLSchema#"));

    private static List<Triple> triples() {
        var triples = new ArrayList<Triple>();
        var terms = new ArrayList<>(SampleTerms.writable());
        terms.addAll(SampleTerms.controls());
        terms.removeIf(t -> t.isURI() && t.getURI().equals("relative"));
        for (var term : terms) {
            var subject = term.isURI() || term.isBlank() ? term : NodeFactory.createURI("urn:s");
            var type = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
            triples.add(Triple.create(subject, NodeFactory.createURI("urn:p"), term));
            triples.add(Triple.create(subject, type, subject));
        }
        return triples;
    }

    private static DatasetGraph parsed(byte[] text, Lang lang) {
        return RDFParser.source(new ByteArrayInputStream(text)).lang(lang).toDatasetGraph();
    }

    private static Graph graph(List<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    @Test
    void triplesComeBackFromNTriplesAndTurtle() throws Exception {
        var triples = triples();
        var plain = Written.bytes(out -> StreamWriter.PLAIN.writeTriples(triples.iterator(), out));
        assertThat(
                        IsoMatcher.isomorphic(
                                parsed(plain, Lang.NTRIPLES).getDefaultGraph(), graph(triples)))
                .isTrue();
        var prefixed = Written.bytes(out -> PREFIXED.writeTriples(triples.iterator(), out));
        assertThat(
                        IsoMatcher.isomorphic(
                                parsed(prefixed, Lang.TURTLE).getDefaultGraph(), graph(triples)))
                .isTrue();
        assertThat(new String(prefixed, StandardCharsets.UTF_8))
                .contains(
                        "PREFIX mg: <https://w3id.org/modelgraph/ns/>\n",
                        "model:gpt-4 a model:gpt-4 .\n");
    }

    @Test
    void quadsComeBackFromNQuadsAndTriG() throws Exception {
        var dataset = DatasetGraphFactory.create();
        var graphs =
                new Node[] {
                    Quad.defaultGraphIRI,
                    NodeFactory.createURI("urn:g"),
                    NodeFactory.createBlankNode("g")
                };
        var at = 0;
        for (var triple : triples()) dataset.add(Quad.create(graphs[at++ % graphs.length], triple));
        var plain = Written.bytes(out -> StreamWriter.PLAIN.writeQuads(dataset.find(), out));
        assertThat(IsoMatcher.isomorphic(parsed(plain, Lang.NQUADS), dataset)).isTrue();
        var prefixed = Written.bytes(out -> PREFIXED.writeQuads(dataset.find(), out));
        assertThat(IsoMatcher.isomorphic(parsed(prefixed, Lang.TRIG), dataset)).isTrue();
    }
}
