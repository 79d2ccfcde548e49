package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
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
public final class Overlay extends Untransacted {
    private final DatasetGraph base;
    private final DatasetGraph added = DatasetGraphFactory.createGeneral();
    private final Set<Quad> removed = new HashSet<>();
    private final Set<Node> cleared = new LinkedHashSet<>();
    private final PrefixMap prefixes = PrefixMapFactory.create();
    private Optional<Receipt> receipt = Optional.empty();
    private Optional<ShapeReport> remarks = Optional.empty();

    Overlay(DatasetGraph base) {
        this.base = base;
    }

    /** The state before this write. */
    DatasetGraph base() {
        return base;
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

    /** The quads that are there and were not before. */
    List<Quad> additions() {
        return Iter.toList(
                Iter.filter(Iter.map(added.find(), Overlay::named), q -> !base.contains(q)));
    }

    /** The quads that were there and are not any more. */
    List<Quad> removals() {
        var gone = new ArrayList<>(removed);
        for (var graph : cleared)
            base.find(graph, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(q -> {
                        if (!added.contains(q)) gone.add(named(q));
                    });
        return gone;
    }

    /** The same quad with one name for the default graph, which has two in Jena. */
    private static Quad named(Quad quad) {
        return quad.isDefaultGraph() && !quad.getGraph().equals(Quad.defaultGraphIRI)
                ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                : quad;
    }

    /**
     * Carries the changes over to a dataset that is in a write transaction and stands at the same
     * state as the base, and notes them in its ledger.
     */
    void apply(DatasetGraph target, Change change) {
        change.removed().forEach(target::delete);
        change.added().forEach(target::add);
        var ledger = Ledger.of(target);
        ledger.putChanged(change.after(), touched());
        receipt.ifPresent(r -> ledger.put(r, change.after()));
    }

    /** What the store remembers of the commits before this write. */
    public Ledger ledger() {
        return Ledger.of(base);
    }

    /** Keeps a receipt of this write, in its transaction, even where it changes nothing else. */
    public void remember(Receipt made) {
        receipt = Optional.of(made);
    }

    /** Notes what the shapes say of this write, which is committed all the same. */
    void remark(ShapeReport report) {
        remarks = Optional.of(report);
    }

    /** What the shapes say of this write, where they say something. */
    public Optional<ShapeReport> remarks() {
        return remarks;
    }

    /** The receipt that is kept of this write, if one is. */
    Optional<Receipt> receipt() {
        return receipt;
    }

    /** True where nothing of the state before is gone. */
    boolean removesNothing() {
        return cleared.isEmpty() && removed.isEmpty();
    }

    /** What was added to any graph; of that, some may have been there before. */
    Iterator<Quad> brought(Triple pattern) {
        return added.find(
                Node.ANY,
                pattern.getSubject(),
                pattern.getPredicate(),
                stored(pattern.getObject()));
    }

    private boolean hidden(Quad quad) {
        if (removesNothing()) return false;
        var graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
        return cleared.contains(graph)
                || (!removed.isEmpty() && removed.contains(Quad.create(graph, quad.asTriple())));
    }

    private static @Nullable Node stored(@Nullable Node object) {
        return object == null ? null : StoredForm.of(object);
    }

    private Iterator<Quad> both(Node g, Node s, Node p, Node o) {
        var fresh = added.find(g, s, p, stored(o));
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
                added.findNG(Node.ANY, s, p, stored(o)));
    }

    @Override
    protected void addToDftGraph(Node s, Node p, Node o) {
        insert(Quad.create(Quad.defaultGraphIRI, s, p, StoredForm.of(o)));
    }

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        insert(Quad.create(g, s, p, StoredForm.of(o)));
    }

    private void insert(Quad quad) {
        removed.remove(quad);
        if (cleared.contains(quad.getGraph()) || !base.contains(quad)) added.add(quad);
    }

    @Override
    protected void deleteFromDftGraph(Node s, Node p, Node o) {
        withdraw(Quad.create(Quad.defaultGraphIRI, s, p, StoredForm.of(o)));
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        withdraw(Quad.create(g, s, p, StoredForm.of(o)));
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
}
