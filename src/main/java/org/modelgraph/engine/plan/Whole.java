package org.modelgraph.engine.plan;

import org.apache.jena.query.SortCondition;
import org.modelgraph.engine.operator.Execution;
import org.modelgraph.engine.operator.Operator;

import java.util.List;

/** What looks at rows as a whole, or hides some of their variables. */
public sealed interface Whole extends Plan {
    /** DISTINCT. */
    record Distinct(List<Integer> slots) implements Whole {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Distinct(source, Plan.array(slots), run);
        }
    }

    /** The end of a scope. */
    record Project(List<Integer> slots) implements Whole {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Project(source, Plan.array(slots), run);
        }
    }

    /** ORDER BY, perhaps with LIMIT. */
    record Sort(List<SortCondition> conditions, List<Integer> ties, long limit) implements Whole {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Sort(
                    source, conditions, Plan.array(ties), limit, run);
        }
    }

    /** OFFSET and LIMIT. */
    record Slice(long offset, long limit) implements Whole {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Slice(source, offset, limit, run);
        }
    }

    /** GROUP BY. */
    record Group(List<Integer> keys, List<org.modelgraph.engine.operator.Group.Result> results)
            implements Whole {
        @Override
        public Operator build(Operator source, Execution run) {
            return new org.modelgraph.engine.operator.Group(source, Plan.array(keys), results, run);
        }
    }
}
