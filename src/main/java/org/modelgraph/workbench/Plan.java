package org.modelgraph.workbench;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.ExprUtils;
import org.apache.jena.sparql.util.FmtUtils;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.bound.Budget;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How ARQ means to answer a query: its algebra after rewriting, a step at a time, each pattern with
 * the number of statements that fit it alone. The order inside of one group of patterns is decided
 * when the query runs.
 */
public final class Plan {
    /** Statements are counted up to here. */
    public static final int COUNTED = 10_000;

    /** What a step does. */
    public enum Action {
        PATTERN,
        PATH,
        GRAPH,
        VALUES,
        JOIN,
        OPTIONAL,
        UNION,
        MINUS,
        SEQUENCE,
        FILTER,
        COMPUTE,
        GROUP,
        SORT,
        BEST,
        COLUMNS,
        DISTINCT,
        SLICE,
        OTHER
    }

    /**
     * A step; those one deeper come before it and feed it.
     *
     * @param depth 0 for the last step
     * @param detail what it works on, in the words of SPARQL; may be empty
     * @param statements how many statements fit, at most {@link #COUNTED} and one more
     */
    public record Step(int depth, Action action, String detail, OptionalLong statements) {}

    private static final PrefixMapping PREFIXES =
            PrefixMapping.Factory.create().setNsPrefixes(Prefixes.map()).lock();

    private final DatasetGraph dataset;
    private final List<Step> steps = new ArrayList<>();

    private Plan(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /**
     * The steps for a query over a dataset, inside of its transaction; the last to happen first.
     */
    public static List<Step> of(Query query, DatasetGraph dataset) {
        var plan = new Plan(dataset);
        plan.step(Budget.planned(Algebra.compile(query)), 0);
        return List.copyOf(plan.steps);
    }

    private void step(Op op, int depth) {
        switch (op) {
            case OpBGP patterns ->
                    patterns.getPattern()
                            .forEach(t -> add(depth, Action.PATTERN, written(t), count(t)));
            case OpPath path -> add(depth, Action.PATH, written(path), OptionalLong.empty());
            case OpTable table -> values(table, depth);
            case OpNull _ -> {}
            default -> {
                add(depth, action(op), detail(op), OptionalLong.empty());
                parts(op).forEach(part -> step(part, depth + 1));
            }
        }
    }

    private void values(OpTable table, int depth) {
        if (!table.isJoinIdentity())
            add(depth, Action.VALUES, "", OptionalLong.of(table.getTable().size()));
    }

    private void add(int depth, Action action, String detail, OptionalLong statements) {
        steps.add(new Step(depth, action, detail, statements));
    }

    private static List<Op> parts(Op op) {
        return switch (op) {
            case Op1 one -> List.of(one.getSubOp());
            case Op2 two -> List.of(two.getLeft(), two.getRight());
            case OpN many -> many.getElements();
            default -> List.of();
        };
    }

    private static Action action(Op op) {
        return switch (op.getName()) {
            case "join", "lateral" -> Action.JOIN;
            case "leftjoin", "conditional" -> Action.OPTIONAL;
            case "union", "disjunction" -> Action.UNION;
            case "minus", "antijoin" -> Action.MINUS;
            case "sequence" -> Action.SEQUENCE;
            case "filter", "semijoin" -> Action.FILTER;
            case "extend", "assign" -> Action.COMPUTE;
            case "group" -> Action.GROUP;
            case "order" -> Action.SORT;
            case "top" -> Action.BEST;
            case "project" -> Action.COLUMNS;
            case "distinct", "reduced" -> Action.DISTINCT;
            case "slice" -> Action.SLICE;
            case "graph" -> Action.GRAPH;
            default -> Action.OTHER;
        };
    }

    private static String detail(Op op) {
        return switch (op) {
            case OpFilter filter -> written(filter.getExprs());
            case OpExtend extend -> written(extend.getVarExprList().getVars());
            case OpGroup group -> written(group.getGroupVars().getVars());
            case OpOrder order -> sorted(order.getConditions());
            case OpTopN top -> top.getLimit() + ": " + sorted(top.getConditions());
            case OpProject project -> written(project.getVars());
            case OpSlice slice ->
                    (slice.getStart() > 0 ? "OFFSET " + slice.getStart() + " " : "")
                            + (slice.getLength() >= 0 ? "LIMIT " + slice.getLength() : "");
            case OpGraph graph -> written(graph.getNode());
            case OpModifier _ -> "";
            case Op2 _, OpN _ -> "";
            default -> op.getName();
        };
    }

    private static String written(List<Var> variables) {
        return variables.stream().map(Var::toString).collect(Collectors.joining(" "));
    }

    private static String sorted(List<SortCondition> conditions) {
        return conditions.stream()
                .map(c -> {
                    var by = ExprUtils.fmtSPARQL(c.getExpression());
                    return c.getDirection() == Query.ORDER_DESCENDING ? "DESC " + by : by;
                })
                .collect(Collectors.joining(", "));
    }

    private static String written(ExprList expressions) {
        return ExprUtils.fmtSPARQL(expressions, new SerializationContext(PREFIXES));
    }

    private static String written(Node node) {
        return FmtUtils.stringForNode(node, PREFIXES);
    }

    private static String written(Triple triple) {
        return written(triple.getSubject())
                + " "
                + written(triple.getPredicate())
                + " "
                + written(triple.getObject());
    }

    private static String written(OpPath path) {
        var triple = path.getTriplePath();
        return written(triple.getSubject())
                + " "
                + PathWriter.asString(triple.getPath(), new Prologue(PREFIXES))
                + " "
                + written(triple.getObject());
    }

    private OptionalLong count(Triple triple) {
        var found =
                dataset.find(
                        Node.ANY,
                        concrete(triple.getSubject()),
                        concrete(triple.getPredicate()),
                        concrete(triple.getObject()));
        var count = 0L;
        while (count <= COUNTED && found.hasNext()) {
            found.next();
            count++;
        }
        return OptionalLong.of(count);
    }

    private static Node concrete(Node node) {
        return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
    }
}
