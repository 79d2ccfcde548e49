package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** Which graphs a write changes. */
class TouchedTest {
    private static final Node A = NodeFactory.createURI("urn:a");
    private static final Quad DEFAULT = Quad.create(Quad.defaultGraphIRI, A, A, A);

    @Test
    void theDefaultGraphIsAmongThemWhetherItGainsOrLoses() {
        var base = DatasetGraphFactory.createGeneral();
        var gains = new Overlay(base);
        gains.add(DEFAULT);
        assertThat(gains.touched()).containsExactly(Quad.defaultGraphIRI);
        base.add(DEFAULT);
        var loses = new Overlay(base);
        loses.delete(DEFAULT);
        assertThat(loses.touched()).containsExactly(Quad.defaultGraphIRI);
        assertThat(new Overlay(base).touched()).isEmpty();
    }
}
