package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.TDB2;
import org.modelgraph.engine.Engine;
import org.modelgraph.engine.Plans;
import org.modelgraph.engine.plan.Scope;
import org.modelgraph.engine.snapshot.Snapshots;
import org.modelgraph.engine.snapshot.Storage;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Prefixes;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The store at one version, inside a read transaction: valid only on the thread and during the call
 * that received it.
 */
public final class View {
    /** Where the context of a query has the view that it runs on. */
    public static final Symbol SYMBOL = Symbol.create(Prefixes.BASE + "symbol/view");

    private final DatasetGraph dataset;
    private final DefaultGraph defaultGraph;
    private final Version version;
    private final Context provided;
    private final Snapshots snapshots;
    private final Plans plans;

    View(
            DatasetGraph dataset,
            DefaultGraph defaultGraph,
            Version version,
            Context provided,
            Snapshots snapshots,
            Plans plans) {
        this.dataset = dataset;
        this.defaultGraph = defaultGraph;
        this.version = version;
        this.provided = provided;
        this.snapshots = snapshots;
        this.plans = plans;
    }

    /** The state that this view shows. */
    public Version version() {
        return version;
    }

    /** The version that last changed a graph. */
    public Version changed(Node graph) {
        return Ledger.of(dataset).changed(graph);
    }

    /** Where in the shared log the newest commit stands, if it stands in one. */
    public Optional<LogPlace> place() {
        return Ledger.of(dataset).place();
    }

    /** All entries of the ledger, save the place in a log: what makes another store the same. */
    public Map<String, String> ledger() {
        return Ledger.of(dataset).all();
    }

    /** Everything stored, with the stored default graph as default graph. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** True where a query that names no graph sees all graphs together. */
    public boolean isUnited() {
        return defaultGraph != DefaultGraph.STORED;
    }

    /** One stored graph; {@link Quad#defaultGraphIRI} names the default graph. */
    public Graph graph(Node name) {
        return dataset.getGraph(name);
    }

    /** All graphs together as one. */
    public Graph everything() {
        return dataset.getDefaultGraph().isEmpty()
                ? dataset.getUnionGraph()
                : new UnionView(dataset).getDefaultGraph();
    }

    /**
     * The same state with some quads more and some fewer, in memory: what the store was like at
     * another version, as far as these quads tell.
     */
    public View rewound(long number, Collection<Quad> added, Collection<Quad> removed) {
        var past = new Overlay(dataset);
        removed.forEach(past::delete);
        added.forEach(past::add);
        var then = new Version(version.epoch(), number);
        return new View(past, defaultGraph, then, provided, new Snapshots(), new Plans());
    }

    /**
     * What a query runs on: its own dataset where it names one (FROM), else the default graph that
     * the store is set to. Where a snapshot of this version is there the engine has what it knows.
     */
    public Evaluation.Target target(Query query) {
        return target(query, EngineChoice.AUTO);
    }

    /**
     * The same for a query that was asked before.
     *
     * @param preparation of this query
     */
    public Evaluation.Target target(Query query, Preparation preparation) {
        var target = target(query);
        if (target.context().isTrue(TDB2.symUnionDefaultGraph))
            PreparedEngine.use(preparation, target.context());
        return target;
    }

    /** The same, by the engine or by ARQ alone. */
    public Evaluation.Target target(Query query, EngineChoice choice) {
        if (query.hasDatasetDescription() || !isUnited())
            return new Evaluation.Target(dataset, context(Optional.empty()));
        if (!dataset.getDefaultGraph().isEmpty())
            return new Evaluation.Target(
                    new UnionView(dataset), general(engine(choice, Scope.ACTIVE_GRAPH)));
        var context = context(engine(choice, Scope.UNION_QUADS));
        context.setTrue(TDB2.symUnionDefaultGraph);
        return new Evaluation.Target(dataset, context);
    }

    /** The engine, where it is wanted and has a snapshot of this version. */
    private Optional<Engine> engine(EngineChoice choice, Scope scope) {
        if (choice == EngineChoice.ARQ) return Optional.empty();
        return Storage.of(dataset)
                .flatMap(storage ->
                        snapshots
                                .at(storage, version.number())
                                .map(snapshot -> new Engine(snapshot, storage, scope, plans)));
    }

    private Context context(Optional<Engine> engine) {
        var context = dataset.getContext().copy();
        context.putAll(provided);
        context.set(SYMBOL, this);
        QC.setFactory(context, execution -> new SoundExecutor(execution, engine));
        return context;
    }

    private Context general(Optional<Engine> engine) {
        var context = provided.copy();
        context.set(SYMBOL, this);
        QC.setFactory(context, execution -> new UnionExecutor(execution, engine));
        return context;
    }
}
