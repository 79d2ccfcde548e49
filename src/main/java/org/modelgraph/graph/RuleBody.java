package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The WHERE of a rule, made ready to be asked what follows from some new triples: each triple
 * pattern that every solution has to match is matched against the new triples alone, the rest
 * against all that is known. This is the semi-naive evaluation of Datalog (Abiteboul, Hull, Vianu:
 * Foundations of Databases, 1995, chapter 13).
 */
final class RuleBody {
    private static final int MANY = 1_000;
    private static final int FEW = 250;

    private final Rule rule;
    private final Op op;
    private final List<Triple> patterns = new ArrayList<>();
    private final Set<Node> mentioned = new HashSet<>();
    private boolean mentionsAny;

    RuleBody(Rule rule) {
        this.rule = rule;
        this.op = Algebra.compile(rule.query().getQueryPattern());
        collect(op);
    }

    /** All that follows from what is known. */
    void consequences(Graph known, Consumer<Triple> sink) {
        solve(op, known, sink);
    }

    /** At least all that follows from what is known and did not before the new triples came. */
    void consequences(Graph known, Collection<Triple> fresh, Consumer<Triple> sink) {
        if (fresh.stream().anyMatch(this::isMentioned)) {
            consequences(known, sink);
            return;
        }
        for (var pattern : patterns) {
            var table = TableFactory.create();
            var matching =
                    fresh.stream().flatMap(triple -> match(pattern, triple).stream()).toList();
            worthwhile(matching, pattern, known).forEach(table::addBinding);
            if (!table.isEmpty()) solve(joined(table), known, sink);
        }
    }

    /**
     * Leaves out matches that can't become solutions, where one look at each of the few values of a
     * variable tells that: most triples have a property that is below no other.
     */
    private Stream<Binding> worthwhile(List<Binding> matching, Triple pattern, Graph known) {
        for (var node : List.of(pattern.getPredicate(), pattern.getObject())) {
            if (!Var.isVar(node) || matching.size() < MANY) continue;
            var variable = Var.alloc(node);
            var values = matching.stream().map(b -> b.get(variable)).collect(Collectors.toSet());
            if (values.size() > FEW) continue;
            values.removeIf(value -> !solvable(variable, value, known));
            return matching.stream().filter(b -> values.contains(b.get(variable)));
        }
        return matching.stream();
    }

    private boolean solvable(Var variable, Node value, Graph known) {
        var table = TableFactory.create();
        table.addBinding(BindingFactory.binding(variable, value));
        var solutions = Algebra.exec(Algebra.optimize(joined(table)), known);
        try {
            return solutions.hasNext();
        } finally {
            solutions.close();
        }
    }

    private Op joined(Table bindings) {
        return OpJoin.create(OpTable.create(bindings), op);
    }

    private void solve(Op body, Graph known, Consumer<Triple> sink) {
        var solutions = Algebra.exec(Algebra.optimize(body), known);
        try {
            var template = rule.query().getConstructTemplate().getTriples();
            TemplateLib.calcTriples(template, solutions).forEachRemaining(sink);
        } finally {
            solutions.close();
        }
    }

    private boolean isMentioned(Triple triple) {
        return mentionsAny || mentioned.contains(triple.getPredicate());
    }

    private static Optional<Binding> match(Triple pattern, Triple triple) {
        var binding = BindingFactory.builder();
        return match(pattern.getSubject(), triple.getSubject(), binding)
                        && match(pattern.getPredicate(), triple.getPredicate(), binding)
                        && match(pattern.getObject(), triple.getObject(), binding)
                ? Optional.of(binding.build())
                : Optional.empty();
    }

    private static boolean match(Node pattern, Node node, BindingBuilder binding) {
        if (!Var.isVar(pattern)) return pattern.sameTermAs(node);
        var variable = Var.alloc(pattern);
        var bound = binding.get(variable);
        if (bound != null) return bound.sameTermAs(node);
        binding.add(variable, node);
        return true;
    }

    private void collect(Op part) {
        switch (part) {
            case OpBGP bgp -> patterns.addAll(bgp.getPattern().getList());
            case OpJoin join -> {
                collect(join.getLeft());
                collect(join.getRight());
            }
            case OpSequence sequence -> sequence.getElements().forEach(this::collect);
            case OpLeftJoin optional -> {
                collect(optional.getLeft());
                mention(optional.getRight());
            }
            case OpFilter filter -> {
                collect(filter.getSubOp());
                Walker.walk(filter.getExprs(), new Mentioning(), new ExprVisitorBase());
            }
            case OpExtend extend -> collect(extend.getSubOp());
            default -> mention(part);
        }
    }

    private void mention(Op part) {
        Walker.walk(part, new Mentioning(), new ExprVisitorBase());
    }

    private void mention(Node predicate) {
        mentioned.add(predicate);
        mentionsAny |= Var.isVar(predicate);
    }

    private void mention(Path path) {
        switch (path) {
            case P_Path0 link -> mention(link.getNode());
            case P_Path1 one -> mention(one.getSubPath());
            case P_Path2 two -> {
                mention(two.getLeft());
                mention(two.getRight());
            }
            default -> mentionsAny = true;
        }
    }

    /** Notes the predicates of what a solution need not match, or matches as a whole. */
    private final class Mentioning extends OpVisitorBase {
        @Override
        public void visit(OpBGP bgp) {
            bgp.getPattern().forEach(triple -> mention(triple.getPredicate()));
        }

        @Override
        public void visit(OpPath path) {
            mention(path.getTriplePath().getPath());
        }
    }
}
