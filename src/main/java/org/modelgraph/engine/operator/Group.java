package org.modelgraph.engine.operator;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprAggregator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * GROUP BY and aggregates. Rows are grouped and counted by their numbers; other aggregates are
 * ARQ's own, which are handed the rows. What comes out goes to ARQ.
 */
public final class Group {
    private final int[] keys;
    private final List<ExprAggregator> aggregators;
    private final Execution run;
    private final Tuples groups;
    private final List<Tally> tallies = new ArrayList<>();

    /**
     * A grouping.
     *
     * @param keys the slots by which rows are grouped
     */
    public Group(List<Integer> keys, List<ExprAggregator> aggregators, Execution run) {
        this.keys = keys.stream().mapToInt(Integer::intValue).toArray();
        this.aggregators = aggregators;
        this.run = run;
        this.groups = new Tuples(keys.size(), run);
        for (var aggregator : aggregators) tallies.add(Tally.of(aggregator.getAggregator(), run));
    }

    /** Reads all rows, and gives a row for each group. */
    public Iterator<Binding> of(Operator source) {
        var rows = run.batch();
        var tuple = new int[keys.length];
        while (source.fill(rows)) {
            run.proceed();
            for (var row = 0; row < rows.size(); row++) {
                for (var i = 0; i < keys.length; i++) tuple[i] = rows.cell(row, keys[i]);
                var group = groups.add(tuple);
                for (var tally : tallies) tally.add(group, rows, row);
            }
        }
        if (groups.size() > 0)
            return IntStream.range(0, groups.size()).mapToObj(this::row).iterator();
        return keys.length > 0 ? List.<Binding>of().iterator() : List.of(empty()).iterator();
    }

    private Binding row(int group) {
        var row = Binding.builder();
        for (var i = 0; i < keys.length; i++)
            if (groups.cell(group, i) != Batch.UNBOUND)
                row.add(run.variables().get(keys[i]), run.terms().term(groups.cell(group, i)));
        for (var i = 0; i < tallies.size(); i++) {
            var variable = variable(i);
            tallies.get(i).value(group).ifPresent(value -> row.add(variable, value));
        }
        return row.build();
    }

    private Var variable(int aggregator) {
        return aggregators.get(aggregator).getVar();
    }

    /** The row of no rows, where there is nothing to group by. */
    private Binding empty() {
        if (aggregators.isEmpty()) return BindingFactory.binding();
        BindingBuilder row = Binding.builder();
        for (var aggregator : aggregators)
            Optional.ofNullable(aggregator.getAggregator().getValueEmpty())
                    .ifPresent(value -> row.add(aggregator.getVar(), value));
        return row.build();
    }

    /** A number as COUNT gives it. */
    static org.apache.jena.graph.Node number(long count) {
        return NodeFactory.createLiteralDT(
                Long.toString(count), org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger);
    }
}
