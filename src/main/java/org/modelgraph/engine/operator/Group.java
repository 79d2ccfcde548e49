package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprAggregator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * GROUP BY and aggregates. Rows are grouped and counted by their numbers; other aggregates are
 * ARQ's own, which are handed the rows.
 */
public final class Group implements Operator {
    private final Operator source;
    private final int[] keys;
    private final List<Result> results;
    private final Execution run;
    private final Tuples groups;
    private final List<Tally> tallies = new ArrayList<>();
    private final int[] row;
    private boolean begun;
    private int next;

    /**
     * An aggregate and where it goes.
     *
     * @param mixed true where the variable can have terms of the store, too
     */
    public record Result(ExprAggregator aggregator, int slot, boolean mixed) {}

    /**
     * A grouping.
     *
     * @param keys the slots by which rows are grouped
     */
    public Group(Operator source, int[] keys, List<Result> results, Execution run) {
        this.source = source;
        this.keys = keys;
        this.results = results;
        this.run = run;
        this.groups = new Tuples(keys.length, run);
        this.row = new int[run.width()];
        for (var result : results) tallies.add(Tally.of(result.aggregator().getAggregator(), run));
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        if (!begun) {
            begun = true;
            collect();
            if (groups.size() == 0 && keys.length == 0) {
                empty(batch);
                return true;
            }
        }
        while (next < groups.size() && !batch.isFull()) give(next++, batch);
        return batch.size() > 0;
    }

    private void collect() {
        var rows = run.batch();
        var tuple = new int[keys.length];
        while (source.fill(rows)) {
            run.proceed();
            for (var place = 0; place < rows.size(); place++) {
                for (var i = 0; i < keys.length; i++) tuple[i] = rows.cell(place, keys[i]);
                var group = groups.add(tuple);
                for (var tally : tallies) tally.add(group, rows, place);
            }
        }
    }

    private void give(int group, Batch batch) {
        Arrays.fill(row, Batch.UNBOUND);
        for (var i = 0; i < keys.length; i++) row[keys[i]] = groups.cell(group, i);
        for (var i = 0; i < tallies.size(); i++) put(i, tallies.get(i).value(group));
        batch.add(row, 1);
    }

    private void put(int place, Optional<Node> value) {
        var result = results.get(place);
        value.ifPresent(term -> row[result.slot()] = run.number(term, result.mixed()));
    }

    /** The row of no rows, where there is nothing to group by. */
    private void empty(Batch batch) {
        Arrays.fill(row, Batch.UNBOUND);
        for (var i = 0; i < results.size(); i++) {
            var aggregator = results.get(i).aggregator().getAggregator();
            put(i, Optional.ofNullable(aggregator.getValueEmpty()));
        }
        batch.add(row, 1);
    }

    /** A number as COUNT gives it. */
    static org.apache.jena.graph.Node number(long count) {
        return NodeFactory.createLiteralDT(
                Long.toString(count), org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger);
    }
}
