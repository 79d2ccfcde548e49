package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the graph of derived triples, {@link Iris#DERIVED}, equal to what the rules derive from all
 * other graphs: in each write, before it is committed, so that no reader ever sees one without the
 * other. What clients write to that graph is undone by deriving it anew.
 */
public final class DerivedGraph implements Participant {
    private static final Logger log = LoggerFactory.getLogger(DerivedGraph.class);

    /** After a change of more triples it is cheaper to derive all anew, in memory. */
    private static final int LARGE = 20_000;

    /** What a triple takes in memory, with its terms and its places in the indexes; measured. */
    private static final int BYTES_A_TRIPLE = 250;

    private static final int AT_ONCE = 10_000;

    private final long room;
    private Optional<RuleSet> rules = Optional.empty();

    /** A derived graph that is derived in memory where the heap has room for it. */
    public DerivedGraph() {
        this(roomInMemory());
    }

    /**
     * A derived graph.
     *
     * @param room how many triples may be held to derive from
     */
    DerivedGraph(long room) {
        this.room = room;
    }

    @Override
    public void stage(Overlay wouldBe, Attribution by) {
        var touched = wouldBe.touched();
        if (touched.stream().anyMatch(Installed::defines)) {
            rules = Optional.empty();
            var fresh = new RuleSet(Installed.in(wouldBe).rules());
            if (!fresh.all().isEmpty()) deriveAnew(fresh, wouldBe);
            return;
        }
        if (touched.isEmpty()) return;
        if (rules.isEmpty()) rules = Optional.of(new RuleSet(Installed.in(wouldBe).rules()));
        if (rules.get().all().isEmpty()) return;
        var removed = triples(wouldBe.removals());
        var added = triples(wouldBe.additions());
        if (touched.contains(Iris.DERIVED) || removed.size() + added.size() > LARGE)
            deriveAnew(rules.get(), wouldBe);
        else maintain(rules.get(), wouldBe, removed, added);
    }

    private static void maintain(
            RuleSet rules, Overlay wouldBe, Collection<Triple> removed, Collection<Triple> added) {
        var begin = System.nanoTime();
        new Maintenance(rules, new StoreFacts(wouldBe.base()), new StoreFacts(wouldBe))
                .run(removed, added);
        log.debug("Derived in {} ms", (System.nanoTime() - begin) / 1_000_000);
    }

    private static Collection<Triple> triples(List<Quad> quads) {
        var triples = new LinkedHashSet<Triple>();
        quads.forEach(q -> triples.add(q.asTriple()));
        return triples;
    }

    /** Derives all anew: in memory where there is room, else on the dataset, which takes longer. */
    private void deriveAnew(RuleSet rules, DatasetGraph dataset) {
        clear(dataset);
        copied(dataset)
                .ifPresentOrElse(
                        known -> deriveInMemory(rules, known, dataset),
                        () -> deriveOnStore(rules, dataset));
    }

    private static void deriveOnStore(RuleSet rules, DatasetGraph dataset) {
        log.info("Deriving on the store what follows from all that is known");
        var begin = System.nanoTime();
        Derivation.run(rules, new StoreFacts(dataset));
        log.info("Derived in {} s", (System.nanoTime() - begin) / 1_000_000_000);
    }

    /** A dataset can't be written to while it is read. */
    private static void clear(DatasetGraph dataset) {
        while (true) {
            var derived = dataset.find(Iris.DERIVED, Node.ANY, Node.ANY, Node.ANY);
            var some = Iter.take(derived, AT_ONCE);
            Iter.close(derived);
            if (some.isEmpty()) return;
            some.forEach(dataset::delete);
        }
    }

    private Optional<Graph> copied(DatasetGraph dataset) {
        var known = GraphFactory.createDefaultGraph();
        var triples = new KnownGraph(dataset).find();
        for (var left = room; triples.hasNext(); left--) {
            if (left == 0) {
                triples.close();
                return Optional.empty();
            }
            known.add(triples.next());
        }
        return Optional.of(known);
    }

    /**
     * How many triples may be held to derive from. What is derived comes to as much again or more
     * and is held twice, and whatever else the process holds needs its place: an eighth of the heap
     * for what is known leaves half of it.
     */
    private static long roomInMemory() {
        return Runtime.getRuntime().maxMemory() / 8 / BYTES_A_TRIPLE;
    }

    private static void deriveInMemory(RuleSet rules, Graph known, DatasetGraph dataset) {
        var facts = new MemoryFacts(known);
        Derivation.run(rules, facts);
        facts.derived().find().forEachRemaining(t -> dataset.add(Quad.create(Iris.DERIVED, t)));
    }

    /** Rules may also come with a commit that was made elsewhere. */
    @Override
    public void committed(Change change) {
        if (change.streamed() || Installed.isRedefinedBy(change)) rules = Optional.empty();
    }

    /** Derives all anew after a bulk load, in its transaction. */
    @Override
    public void complete(Change change, DatasetGraph state) {
        rules = Optional.empty();
        var fresh = new RuleSet(Installed.in(state).rules());
        if (!fresh.all().isEmpty()) deriveAnew(fresh, state);
    }
}
