package org.modelgraph.sparql.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableUnit;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class StoppableOrderTest {
    private static final Var NAME = Var.alloc("name");
    private static final int ROWS = 20_000;

    private final AtomicBoolean signal = new AtomicBoolean();
    private final AtomicInteger compared = new AtomicInteger();

    @Test
    void aSortThatIsToldToStopComparesNoLonger() {
        var sorted = StoppableOrder.sorted(order(new Counted()), stoppingAtTheEnd(), context());
        assertThatThrownBy(sorted::hasNext).isInstanceOf(QueryCancelledException.class);
        assertThat(compared).hasValueLessThan(ROWS);
    }

    @Test
    void aSortThatIsNotToldSorts() {
        var sorted = StoppableOrder.sorted(order(new ExprVar(NAME)), rows(() -> {}), context());
        assertThat(names(sorted)).hasSize(ROWS).isSorted();
    }

    @Test
    void repetitionsAreTakenOutOnDiskToo() {
        var context = context();
        context.getContext().set(ARQ.spillToDiskThreshold, 1_000L);
        var twice = new ArrayList<Binding>(all());
        twice.addAll(all());
        var distinct =
                StoppableOrder.distinct(
                        (OpDistinct) OpDistinct.create(OpTable.create(new TableUnit())),
                        QueryIterPlainWrapper.create(twice.iterator(), context),
                        context);
        assertThat(names(distinct)).hasSize(ROWS).doesNotHaveDuplicates();
    }

    private OpOrder order(Expr by) {
        return new OpOrder(
                OpTable.create(new TableUnit()),
                List.of(new SortCondition(by, Query.ORDER_ASCENDING)));
    }

    private QueryIterator stoppingAtTheEnd() {
        return rows(() -> signal.set(true));
    }

    private QueryIterator rows(Runnable end) {
        var all = all().iterator();
        var rows =
                new Iterator<Binding>() {
                    @Override
                    public boolean hasNext() {
                        if (!all.hasNext()) end.run();
                        return all.hasNext();
                    }

                    @Override
                    public Binding next() {
                        return all.next();
                    }
                };
        return QueryIterPlainWrapper.create(rows);
    }

    private static List<Binding> all() {
        var random = new Random(3);
        var rows = new ArrayList<Binding>();
        for (var i = 0; i < ROWS; i++)
            rows.add(
                    BindingFactory.binding(
                            NAME,
                            NodeFactory.createLiteralString(
                                    "%05d %d".formatted(random.nextInt(99_999), i))));
        return rows;
    }

    private static List<String> names(QueryIterator rows) {
        var names = new ArrayList<String>();
        rows.forEachRemaining(row -> names.add(row.get(NAME).getLiteralLexicalForm()));
        return names;
    }

    private ExecutionContext context() {
        var context = new Context();
        context.set(ARQConstants.symCancelQuery, signal);
        return ExecutionContext.create(DatasetGraphFactory.empty(), context);
    }

    /** The name of a row, and how often it was asked for. */
    private final class Counted extends ExprVar {
        Counted() {
            super(NAME);
        }

        @Override
        public NodeValue eval(Binding row, FunctionEnv env) {
            compared.incrementAndGet();
            return super.eval(row, env);
        }
    }
}
