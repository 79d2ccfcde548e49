package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.sparql.util.NodeCmp;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.bound.Values;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of rows by conditions (SPARQL 1.1 Query §15.1). Rows that the conditions hold equal are
 * told apart by their terms, as ARQ does it, so that the pages of an answer fit together.
 */
final class SortOrder implements Comparator<SortOrder.Row> {
    private static final int COMPARISONS_BETWEEN_LOOKS = 1 << 10;

    private final List<SortCondition> conditions;
    private final List<Optional<Recent<Optional<NodeValue>>>> recent = new ArrayList<>();
    private final int[] ties;
    private final Execution run;
    private int comparisons;

    /** A row and what it is sorted by. */
    static final class Row {
        private final int[] cells;
        private final long weight;
        private final @Nullable NodeValue[] keys;

        private Row(int[] cells, long weight, @Nullable NodeValue[] keys) {
            this.cells = cells;
            this.weight = weight;
            this.keys = keys;
        }

        int[] cells() {
            return cells;
        }

        /** The same with cells of its own. */
        Row kept() {
            return new Row(cells.clone(), weight, keys);
        }

        long weight() {
            return weight;
        }
    }

    /**
     * An order.
     *
     * @param ties the slots that tell equal rows apart, the first first
     */
    SortOrder(List<SortCondition> conditions, int[] ties, Execution run) {
        this.conditions = conditions;
        this.ties = ties;
        this.run = run;
        for (var condition : conditions)
            recent.add(
                    condition.getExpression().isVariable()
                            ? Optional.of(new Recent<>(this::value))
                            : Optional.empty());
    }

    private Optional<NodeValue> value(int number) {
        return number == Batch.UNBOUND
                ? Optional.empty()
                : Optional.of(Values.of(run.terms().term(number)));
    }

    /** A row with its keys; the cells are the caller's until the row is kept. */
    Row row(int[] cells, long weight) {
        var keys = new @Nullable NodeValue[conditions.size()];
        for (var i = 0; i < keys.length; i++) keys[i] = key(i, cells);
        return new Row(cells, weight, keys);
    }

    private @Nullable NodeValue key(int condition, int[] cells) {
        var expression = conditions.get(condition).getExpression();
        if (recent.get(condition).isPresent()) {
            var slot = run.variables().indexOf(expression.asVar());
            return slot < 0 ? null : recent.get(condition).get().of(cells[slot]).orElse(null);
        }
        return ExprLib.evalOrNull(expression, new RowBinding(cells, run), run.context());
    }

    @Override
    public int compare(Row left, Row right) {
        if (++comparisons % COMPARISONS_BETWEEN_LOOKS == 0) run.proceed();
        for (var i = 0; i < conditions.size(); i++) {
            var order = compare(left.keys[i], right.keys[i]);
            if (order != 0)
                return conditions.get(i).getDirection() == Query.ORDER_DESCENDING ? -order : order;
        }
        for (var slot : ties) {
            var order = compareTerms(left.cells[slot], right.cells[slot]);
            if (order != 0) return order;
        }
        return 0;
    }

    /**
     * The order of two values: for texts and IRIs straightaway what ARQ finds where it has found
     * that it can't compare texts in two languages, or IRIs, by value.
     */
    private static int compare(@Nullable NodeValue left, @Nullable NodeValue right) {
        var order =
                switch (left) {
                    case NodeValueLang one when right instanceof NodeValueLang other ->
                            NodeCmp.compareRDFTerms(one.asNode(), other.asNode());
                    case NodeValueString one when right instanceof NodeValueString other ->
                            one.getString().compareTo(other.getString());
                    case NodeValueNode one
                            when right instanceof NodeValueNode other && areUris(one, other) ->
                            NodeCmp.compareRDFTerms(one.asNode(), other.asNode());
                    case null, default -> 0;
                };
        return order != 0 ? order : BindingComparator.compareNodesRaw(left, right);
    }

    private static boolean areUris(NodeValue one, NodeValue other) {
        return one.asNode().isURI() && other.asNode().isURI();
    }

    private int compareTerms(int left, int right) {
        return left == right ? 0 : NodeCmp.compareRDFTerms(term(left), term(right));
    }

    private @Nullable Node term(int number) {
        return number == Batch.UNBOUND ? null : run.terms().term(number);
    }
}
