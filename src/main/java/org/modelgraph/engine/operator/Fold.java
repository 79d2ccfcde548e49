package org.modelgraph.engine.operator;

import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

import java.util.Optional;

/** How an aggregate takes one value after the other, as ARQ's accumulators do it. */
enum Fold {
    MIN,
    MAX,
    SUM,
    AVG;

    /** The fold that an aggregate is, if it is one. */
    static Optional<Fold> of(Aggregator aggregator) {
        return switch (aggregator) {
            case AggMin _, AggMinDistinct _ -> Optional.of(MIN);
            case AggMax _, AggMaxDistinct _ -> Optional.of(MAX);
            case AggSum _ -> Optional.of(SUM);
            case AggAvg _ -> Optional.of(AVG);
            default -> Optional.empty();
        };
    }

    /** True where the same value again changes nothing. */
    boolean isIdempotent() {
        return this == MIN || this == MAX;
    }

    /** True of a value that it can begin with, or take. */
    boolean takes(NodeValue value) {
        return isIdempotent() || value.isNumber();
    }

    /**
     * Takes one value more.
     *
     * @throws org.apache.jena.sparql.expr.ExprEvalException where the two can't be added
     */
    NodeValue with(NodeValue before, NodeValue value) {
        return switch (this) {
            case MIN -> NodeValue.compareAlways(before, value) > 0 ? value : before;
            case MAX -> NodeValue.compareAlways(before, value) < 0 ? value : before;
            case SUM, AVG -> XSDFuncOp.numAdd(value, before);
        };
    }

    /** What comes out of so many values. */
    NodeValue result(NodeValue total, long count) {
        return this == AVG ? XSDFuncOp.numDivide(total, NodeValue.makeInteger(count)) : total;
    }
}
