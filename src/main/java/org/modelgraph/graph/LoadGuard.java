package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Holds a bulk load to the shapes of the ontology before it is committed. There is no would-be
 * state to compare with, so the whole state is checked, and a breach counts that is found on a
 * thing of which a graph that was loaded says something.
 */
public final class LoadGuard implements Participant {
    private static final Logger log = LoggerFactory.getLogger(LoadGuard.class);

    /** So much is checked on a copy in memory; more on the store, one shape after the other. */
    private static final int MOST_IN_MEMORY = 2_000_000;

    private final ValidationPolicy policy;
    private final Set<Node> loaded = new HashSet<>();

    public LoadGuard(ValidationPolicy policy) {
        this.policy = policy;
    }

    @Override
    public StreamRDF watch(Change change, StreamRDF sink) {
        loaded.clear();
        return new Overheard(
                sink,
                quad -> loaded.add(quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph()));
    }

    /**
     * Checks the state that a load makes.
     *
     * @throws Problem of kind {@link Problem.Kind#INVALID_DATA}, proven by a {@link ShapeReport}
     */
    @Override
    public void complete(Change change, DatasetGraph state) {
        var checked = loaded.stream().filter(g -> policy.of(g) != Enforcement.OFF).toList();
        if (checked.isEmpty()) return;
        log.info("Checking what is there now against the shapes");
        var report = report(state);
        var refusing = checked.stream().filter(g -> policy.of(g) == Enforcement.ENFORCE).toList();
        var refused = report.on(thing -> isSaid(state, refusing, thing));
        if (refused.isBroken())
            throw Problem.of(Problem.Kind.INVALID_DATA, ShapeGuard.inWords(refused))
                    .hint("Mend the files, or load with --validation warn.")
                    .provenBy(refused);
        var told = report.on(thing -> isSaid(state, checked, thing));
        if (!told.conforms()) log.warn("{}", ShapeGuard.inWords(told));
    }

    private static ShapeReport report(DatasetGraph state) {
        var conformance = new Conformance(Installed.in(state).shapes());
        var known = new KnownGraph(state);
        var copy = GraphFactory.createDefaultGraph();
        var triples = known.find();
        try {
            for (var i = 0; triples.hasNext(); i++) {
                if (i == MOST_IN_MEMORY) return conformance.reportInTurn(known);
                copy.add(triples.next());
            }
        } finally {
            triples.close();
        }
        return conformance.report(copy);
    }

    private static boolean isSaid(DatasetGraph state, Collection<Node> graphs, Node thing) {
        return graphs.stream().anyMatch(g -> state.contains(g, thing, Node.ANY, Node.ANY));
    }
}
