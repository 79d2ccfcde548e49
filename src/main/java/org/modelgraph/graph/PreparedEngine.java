package org.modelgraph.graph;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.engine.Plans;

/** ARQ's engine for queries whose algebra is there already ({@link Preparation}). */
final class PreparedEngine extends QueryEngineMain {
    private static final Symbol PREPARATION = Symbol.create("urn:modelgraph:preparation");
    private static final QueryEngineRegistry REGISTRY = registry();

    private PreparedEngine(Op op, DatasetGraph dataset, Binding input, Context context) {
        super(op, dataset, input, context);
    }

    /** Has a query of this context run by what was prepared for it. */
    static void use(Preparation preparation, Context context) {
        context.set(PREPARATION, preparation);
        QueryEngineRegistry.set(context, REGISTRY);
    }

    private static QueryEngineRegistry registry() {
        var registry = QueryEngineRegistry.get().copy();
        registry.add(new Factory());
        return registry;
    }

    /** It is as it is to be run. */
    @Override
    protected Op modifyOp(Op op) {
        return op;
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return context.isDefined(PREPARATION)
                    && !query.hasDatasetDescription()
                    && TDBInternal.isBackedByTDB(dataset);
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            Preparation preparation = context.get(PREPARATION);
            var op = preparation.algebra(query, context);
            Plans.keepFor(op, context);
            var storage = TDBInternal.requireStorage(dataset);
            return new PreparedEngine(op, storage, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            throw new UnsupportedOperationException("prepared are queries");
        }
    }
}
