package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphTriplesQuads;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The would-be state of a store: the state that a reader sees, with the changes of one write on
 * top, held in memory. Reads go through, writes stay here until the {@link KnowledgeGraph} applies
 * them.
 *
 * <p>This is why a write that fails, is refused or takes too long never has to be rolled back in
 * TDB2 6.0.0, where a rolled-back large write destroys the node table (apache/jena#3877).
 */
public final class Overlay extends DatasetGraphTriplesQuads {
    private final DatasetGraph base;
    private final DatasetGraph added = DatasetGraphFactory.createGeneral();
    private final Set<Quad> removed = new HashSet<>();
    private final Set<Node> cleared = new LinkedHashSet<>();
    private final PrefixMap prefixes = PrefixMapFactory.create();
    private Optional<Receipt> receipt = Optional.empty();

    Overlay(DatasetGraph base) {
        this.base = base;
    }

    /** Empties a graph; what is added afterwards stands alone in it. */
    public void clear(Node graph) {
        added.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
        removed.removeIf(q -> q.getGraph().equals(graph));
        cleared.add(graph);
    }

    /** The graphs that this overlay changes, by their names. */
    public Set<Node> touched() {
        var touched = new LinkedHashSet<>(cleared);
        removed.forEach(q -> touched.add(q.getGraph()));
        addedTo().forEach(touched::add);
        if (!added.getDefaultGraph().isEmpty()) touched.add(Quad.defaultGraphIRI);
        return touched;
    }

    private Set<Node> addedTo() {
        var names = Iter.toSet(added.listGraphNodes());
        names.removeIf(g -> !added.contains(g, Node.ANY, Node.ANY, Node.ANY));
        return names;
    }

    /** True where applying this overlay would change nothing. */
    boolean changesNothing() {
        return removed.isEmpty()
                && !added.find().hasNext()
                && cleared.stream().noneMatch(g -> base.contains(g, Node.ANY, Node.ANY, Node.ANY));
    }

    /**
     * Carries the changes over to a dataset that is in a write transaction and stands at the same
     * state as the base, and notes them in its ledger.
     */
    void apply(DatasetGraph target, Version version) {
        for (var graph : cleared) {
            var gone =
                    Iter.toList(
                            Iter.filter(
                                    target.find(graph, Node.ANY, Node.ANY, Node.ANY),
                                    q -> !added.contains(q)));
            gone.forEach(target::delete);
        }
        removed.forEach(target::delete);
        added.find().forEachRemaining(target::add);
        var ledger = Ledger.of(target);
        ledger.putChanged(version, touched());
        receipt.ifPresent(r -> ledger.put(r, version));
    }

    /** What the store remembers of the commits before this write. */
    public Ledger ledger() {
        return Ledger.of(base);
    }

    /** Keeps a receipt of this write, in its transaction, even where it changes nothing else. */
    public void remember(Receipt made) {
        receipt = Optional.of(made);
    }

    boolean isRemembered() {
        return receipt.isPresent();
    }

    private boolean hidden(Quad quad) {
        if (cleared.isEmpty() && removed.isEmpty()) return false;
        var graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
        return cleared.contains(graph)
                || (!removed.isEmpty() && removed.contains(Quad.create(graph, quad.asTriple())));
    }

    private Iterator<Quad> both(Node g, Node s, Node p, Node o) {
        var fresh = added.find(g, s, p, o);
        if (cleared.contains(g)) return fresh;
        return Iter.concat(Iter.filter(base.find(g, s, p, o), q -> !hidden(q)), fresh);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return both(Quad.defaultGraphIRI, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return both(g, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return Iter.concat(
                Iter.filter(base.findNG(Node.ANY, s, p, o), q -> !hidden(q)),
                added.findNG(Node.ANY, s, p, o));
    }

    @Override
    protected void addToDftGraph(Node s, Node p, Node o) {
        insert(Quad.create(Quad.defaultGraphIRI, s, p, o));
    }

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        insert(Quad.create(g, s, p, o));
    }

    private void insert(Quad quad) {
        removed.remove(quad);
        if (cleared.contains(quad.getGraph()) || !base.contains(quad)) added.add(quad);
    }

    @Override
    protected void deleteFromDftGraph(Node s, Node p, Node o) {
        withdraw(Quad.create(Quad.defaultGraphIRI, s, p, o));
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        withdraw(Quad.create(g, s, p, o));
    }

    private void withdraw(Quad quad) {
        added.delete(quad);
        if (!cleared.contains(quad.getGraph()) && base.contains(quad)) removed.add(quad);
    }

    @Override
    public void deleteAny(Node g, Node s, Node p, Node o) {
        if (isWildcard(s)
                && isWildcard(p)
                && isWildcard(o)
                && g.isConcrete()
                && !Quad.isUnionGraph(g)) {
            clear(Quad.isDefaultGraph(g) ? Quad.defaultGraphIRI : g);
            return;
        }
        Iter.toList(find(g, s, p, o)).forEach(this::delete);
    }

    @Override
    public void removeGraph(Node name) {
        clear(Quad.isDefaultGraph(name) ? Quad.defaultGraphIRI : name);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public Graph getUnionGraph() {
        return GraphView.createUnionGraph(this);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        var names = new LinkedHashSet<Node>();
        base.listGraphNodes()
                .forEachRemaining(g -> {
                    if (findInSpecificNamedGraph(g, Node.ANY, Node.ANY, Node.ANY).hasNext())
                        names.add(g);
                });
        addedTo().forEach(names::add);
        return names.iterator();
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    // The transaction around an overlay is the KnowledgeGraph's; what SPARQL Update begins and ends
    // inside of it is nothing.

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {}

    @Override
    public boolean promote(Promote mode) {
        return true;
    }

    @Override
    public void commit() {}

    @Override
    public void abort() {}

    @Override
    public void end() {}

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.WRITE;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.WRITE;
    }
}
