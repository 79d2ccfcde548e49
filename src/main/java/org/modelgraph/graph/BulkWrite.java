package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Takes quads into a store inside one transaction, as many as there are; see KnowledgeGraph. */
public final class BulkWrite extends StreamRDFWrapper {
    private final DatasetGraph target;
    private final Participants participants;
    private final Change change;
    private final Set<Node> changed = new HashSet<>();

    BulkWrite(DatasetGraph target, Participants participants, Change change) {
        super(watched(target, participants, change));
        this.target = target;
        this.participants = participants;
        this.change = change;
    }

    private static StreamRDF watched(
            DatasetGraph target, Participants participants, Change change) {
        var watched = participants.watch(change, StreamRDFLib.dataset(target));
        return target.isEmpty() ? watched : new Novelty(target, watched);
    }

    /** Removes a graph with all that it holds. */
    public void clear(Node graph) {
        changed.add(graph);
        target.find(graph, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> participants.removing(change, quad));
        target.removeGraph(graph);
    }

    /** Removes everything. */
    public void clearAll() {
        Iter.toList(target.listGraphNodes()).forEach(this::clear);
        clear(Quad.defaultGraphIRI);
    }

    /** Removes a quad, if it is there. */
    public void delete(Quad quad) {
        changed.add(quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph());
        if (!target.contains(quad)) return;
        participants.removing(change, quad);
        target.delete(quad);
    }

    @Override
    public void triple(Triple triple) {
        changed.add(Quad.defaultGraphIRI);
        super.triple(triple);
    }

    @Override
    public void quad(Quad quad) {
        changed.add(quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph());
        super.quad(quad);
    }

    /** Lets the participants complete what was sent; returns the graphs that were written. */
    Collection<Node> completed() {
        participants.complete(change, new Completion(target, participants, change));
        participants.streamed(change);
        if (target.containsGraph(Iris.DERIVED)) changed.add(Iris.DERIVED);
        return changed;
    }
}
