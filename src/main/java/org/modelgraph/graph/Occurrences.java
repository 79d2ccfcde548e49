package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinctReduced;
import org.apache.jena.sparql.algebra.op.OpExtendAssign;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every triple pattern and path of a query pattern, with the group in which it stands. */
final class Occurrences {
    /**
     * A group of patterns.
     *
     * @param around the group in which it stands; none for the outermost
     * @param conditional true where a match in it can take a solution away or change it
     */
    private record Group(Optional<Group> around, boolean conditional, List<TriplePath> links) {
        static Group outermost() {
            return new Group(Optional.empty(), false, new ArrayList<>());
        }

        Group within(boolean isConditional) {
            return new Group(Optional.of(this), conditional || isConditional, new ArrayList<>());
        }

        /** The patterns that hold where this group matches, but those of the outermost. */
        List<TriplePath> inner() {
            if (around.isEmpty()) return List.of();
            var all = new ArrayList<>(links);
            all.addAll(around.get().inner());
            return all;
        }

        /** The patterns here and around that every solution by way of this group matches. */
        List<TriplePath> bound() {
            var all = new ArrayList<>(conditional ? List.of() : links);
            around.ifPresent(group -> all.addAll(group.bound()));
            return all;
        }
    }

    private final Group outermost = Group.outermost();
    private final List<Occurrence> all = new ArrayList<>();
    private boolean opaque;

    Occurrences(Op op) {
        walk(op, outermost);
    }

    /** One triple pattern or path. */
    final class Occurrence {
        private final TriplePath link;
        private final Group group;

        private Occurrence(TriplePath link, Group group) {
            this.link = link;
            this.group = group;
        }

        TriplePath link() {
            return link;
        }

        boolean isConditional() {
            return group.conditional();
        }

        /** The other patterns of its group that share variables with it, directly or not. */
        List<TriplePath> connected() {
            var rest = new ArrayList<>(group.inner());
            rest.remove(link);
            var reached = new ArrayList<TriplePath>();
            var variables = new HashSet<>(BodyPattern.variables(link).toList());
            while (true) {
                var next =
                        rest.stream()
                                .filter(l -> BodyPattern.variables(l).anyMatch(variables::contains))
                                .findFirst();
                if (next.isEmpty()) return reached;
                rest.remove(next.get());
                reached.add(next.get());
                variables.addAll(BodyPattern.variables(next.get()).toList());
            }
        }

        /** The variables of which a match says something outside of its group. */
        Set<Var> visible() {
            var subject = link.getSubject();
            if (group.around().isEmpty() && link.isTriple() && isHub(subject))
                return Set.of(Var.alloc(subject));
            var visible = variables();
            group.bound().forEach(l -> BodyPattern.variables(l).forEach(visible::add));
            return visible;
        }

        /** True of the subject of many patterns: then it alone tells the solution. */
        private boolean isHub(Node subject) {
            return Var.isVar(subject)
                    && link.getPredicate().isConcrete()
                    && outermost.links().stream()
                                    .filter(l -> l.getSubject().equals(subject))
                                    .count()
                            > 2;
        }
    }

    List<Occurrence> all() {
        return all;
    }

    boolean isOpaque() {
        return opaque;
    }

    List<TriplePath> required() {
        return outermost.links();
    }

    Set<Var> variables() {
        var variables = new HashSet<Var>();
        outermost.links().forEach(l -> BodyPattern.variables(l).forEach(variables::add));
        return variables;
    }

    private void walk(Op op, Group group) {
        switch (op) {
            case OpBGP bgp -> bgp.getPattern().forEach(t -> add(new TriplePath(t), group));
            case OpPath path -> add(path.getTriplePath(), group);
            case OpJoin join -> {
                walk(join.getLeft(), group);
                walk(join.getRight(), group);
            }
            case OpSequence sequence -> sequence.getElements().forEach(o -> walk(o, group));
            case OpFilter filter -> {
                walk(filter.getSubOp(), group);
                filter.getExprs().forEach(e -> walk(e, group));
            }
            case OpExtendAssign extend -> {
                walk(extend.getSubOp(), group);
                extend.getVarExprList().getExprs().values().forEach(e -> walk(e, group));
            }
            case OpLeftJoin optional -> {
                walk(optional.getLeft(), group);
                var inner = group.within(true);
                walk(optional.getRight(), inner);
                if (optional.getExprs() != null) optional.getExprs().forEach(e -> walk(e, inner));
            }
            case OpConditional optional -> {
                walk(optional.getLeft(), group);
                walk(optional.getRight(), group.within(true));
            }
            case OpMinus minus -> {
                walk(minus.getLeft(), group);
                walk(minus.getRight(), group.within(true));
            }
            case OpUnion either -> {
                walk(either.getLeft(), group.within(false));
                walk(either.getRight(), group.within(false));
            }
            case OpDistinctReduced distinct -> walk(distinct.getSubOp(), group);
            case OpOrder ordered -> walk(ordered.getSubOp(), group);
            case OpTable _ -> {}
            default -> opaque = true;
        }
    }

    private void walk(Expr expression, Group group) {
        switch (expression) {
            case ExprFunctionOp exists -> walk(exists.getGraphPattern(), group.within(true));
            case ExprFunction function -> function.getArgs().forEach(e -> walk(e, group));
            default -> {}
        }
    }

    private void add(TriplePath link, Group group) {
        group.links().add(link);
        all.add(new Occurrence(link, group));
    }

    /** The predicates in a pattern or path; a variable stands for all. */
    static Set<Node> predicates(TriplePath link) {
        if (link.isTriple()) return Set.of(link.getPredicate());
        var found = new HashSet<Node>();
        collect(link.getPath(), found);
        return found;
    }

    private static void collect(Path path, Set<Node> found) {
        switch (path) {
            case P_Path0 link -> found.add(link.getNode());
            case P_Path1 one -> collect(one.getSubPath(), found);
            case P_Path2 two -> {
                collect(two.getLeft(), found);
                collect(two.getRight(), found);
            }
            default -> found.add(Node.ANY);
        }
    }
}
