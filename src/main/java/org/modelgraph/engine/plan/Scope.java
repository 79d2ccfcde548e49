package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;

import java.util.List;
import java.util.Optional;

/** How an algebra says that a pattern is to be matched against all graphs together. */
public enum Scope {
    /** As TDB2 writes it: quads of the union graph, and paths below a GRAPH of it. */
    UNION_QUADS {
        @Override
        Optional<List<Triple>> triples(Op op) {
            return op instanceof OpQuadPattern quads && Quad.isUnionGraph(quads.getGraphNode())
                    ? Optional.of(quads.getBasicPattern().getList())
                    : Optional.empty();
        }

        @Override
        Optional<Named> named(Op op) {
            return op instanceof OpQuadPattern quads
                            && !Quad.isUnionGraph(quads.getGraphNode())
                            && !Quad.isDefaultGraph(quads.getGraphNode())
                            && !quads.getBasicPattern().isEmpty()
                    ? Optional.of(
                            new Named(quads.getGraphNode(), quads.getBasicPattern().getList()))
                    : Optional.empty();
        }

        @Override
        Optional<TriplePath> path(Op op) {
            return op instanceof OpGraph graph
                            && Quad.isUnionGraph(graph.getNode())
                            && graph.getSubOp() instanceof OpPath path
                    ? Optional.of(path.getTriplePath())
                    : Optional.empty();
        }
    },
    /** Plain patterns, where the active graph is all graphs together. */
    ACTIVE_GRAPH {
        @Override
        Optional<List<Triple>> triples(Op op) {
            return op instanceof OpBGP pattern
                    ? Optional.of(pattern.getPattern().getList())
                    : Optional.empty();
        }

        @Override
        Optional<Named> named(Op op) {
            return Optional.empty();
        }

        @Override
        Optional<TriplePath> path(Op op) {
            return op instanceof OpPath path ? Optional.of(path.getTriplePath()) : Optional.empty();
        }
    };

    /** The triple patterns of a basic graph pattern, if it is one over all graphs. */
    abstract Optional<List<Triple>> triples(Op op);

    /** The triple patterns of one graph, if it is a pattern of one. */
    abstract Optional<Named> named(Op op);

    /** True of a pattern of triples or of a path. */
    final boolean isPattern(Op op) {
        return triples(op).isPresent() || path(op).isPresent() || named(op).isPresent();
    }

    /**
     * A pattern to be matched in one graph.
     *
     * @param graph its name, or a variable
     */
    record Named(Node graph, List<Triple> triples) {}

    /** The path pattern, if it is one over all graphs. */
    abstract Optional<TriplePath> path(Op op);
}
