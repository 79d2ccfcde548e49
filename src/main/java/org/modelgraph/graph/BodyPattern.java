package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.modelgraph.sparql.bound.BoundedExecutor;
import org.modelgraph.sparql.bound.Budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The WHERE of a rule or of a constraint, made ready to tell which of its solutions a change of the
 * data can touch: every triple pattern and path in it, wherever it stands, is matched against the
 * changed triples, and what that says of the variables outside is worked out. For patterns that
 * every solution matches this is the semi-naive evaluation of Datalog (Abiteboul, Hull, Vianu:
 * Foundations of Databases, 1995, chapter 13); patterns in OPTIONAL, EXISTS, MINUS and UNION are
 * followed to the variables that their group shares with the rest.
 */
final class BodyPattern {
    /** Rules are of the operator of the server, and may run as long as they need. */
    private static final Budget RULES = new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Op op;
    private final Occurrences occurrences;

    BodyPattern(Op op) {
        this.op = op;
        this.occurrences = new Occurrences(op);
    }

    Op op() {
        return op;
    }

    /** True where more data can't take a solution away or change it. */
    boolean isMonotone() {
        return !occurrences.isOpaque()
                && occurrences.all().stream().noneMatch(Occurrences.Occurrence::isConditional);
    }

    /** True where parts of it are not understood, so that any change may touch any solution. */
    boolean isOpaque() {
        return occurrences.isOpaque();
    }

    /** The triple patterns and paths that every solution matches. */
    List<TriplePath> required() {
        return occurrences.required();
    }

    /**
     * The triple patterns and paths that a solution may match: the required, optional and either.
     */
    List<TriplePath> matched() {
        return occurrences.all().stream().map(Occurrences.Occurrence::link).distinct().toList();
    }

    /** The variables that every solution binds by matching data. */
    Set<Var> variables() {
        return occurrences.variables();
    }

    /** The predicates that solutions depend on: by matching, or by what is not there. */
    Set<Node> predicates(boolean conditional) {
        var found = new HashSet<Node>();
        for (var occurrence : occurrences.all())
            if (occurrence.isConditional() == conditional)
                found.addAll(Occurrences.predicates(occurrence.link()));
        return found;
    }

    /**
     * The solutions that changed triples can touch.
     *
     * @param state a graph that holds the changed triples
     * @param conditionalOnly true to look only at patterns whose matches can take a solution away
     *     or change it
     */
    Touched touched(Delta changed, Graph state, boolean conditionalOnly) {
        var touched = new Touched();
        if (changed.isEmpty()) return touched;
        if (occurrences.isOpaque()) touched.addEverything();
        for (var occurrence : occurrences.all()) {
            if (touched.isEverything()) break;
            if (!conditionalOnly || occurrence.isConditional())
                touch(occurrence, changed, state, touched);
        }
        return touched;
    }

    private static void touch(
            Occurrences.Occurrence occurrence, Delta changed, Graph state, Touched touched) {
        var matches = new HashSet<Binding>();
        if (!Matching.match(occurrence.link(), changed, state, matches)) {
            touched.addEverything();
            return;
        }
        if (matches.isEmpty()) return;
        var others = occurrence.connected();
        if (others.isEmpty()) {
            matches.forEach(b -> touched.add(Matching.project(b, occurrence.visible())));
            return;
        }
        solve(
                joined(matches, conjunction(others)),
                state,
                b -> touched.add(Matching.project(b, occurrence.visible())));
    }

    private static Op conjunction(List<TriplePath> links) {
        var triples = new BasicPattern();
        var parts = new ArrayList<Op>();
        for (var link : links) {
            if (link.isTriple()) triples.add(link.asTriple());
            else parts.add(new OpPath(link));
        }
        if (!triples.isEmpty()) parts.addFirst(new OpBGP(triples));
        return parts.size() == 1 ? parts.getFirst() : OpSequence.create().copy(parts);
    }

    /**
     * A body with bindings joined as deep into it as they can restrict what is matched: sideways
     * information passing.
     */
    static Op joined(Collection<Binding> bindings, Op body) {
        var table = Touched.table(bindings);
        return joined(table, Set.copyOf(table.getVars()), body);
    }

    private static Op joined(Table table, Set<Var> variables, Op body) {
        return switch (body) {
            case OpExtend extend when OpVars.fixedVars(extend.getSubOp()).containsAll(variables) ->
                    OpExtend.create(
                            joined(table, variables, extend.getSubOp()), extend.getVarExprList());
            case OpFilter filter when OpVars.fixedVars(filter.getSubOp()).containsAll(variables) ->
                    OpFilter.filterBy(
                            filter.getExprs(), joined(table, variables, filter.getSubOp()));
            case OpLeftJoin option when OpVars.fixedVars(option.getLeft()).containsAll(variables) ->
                    OpLeftJoin.create(
                            joined(table, variables, option.getLeft()),
                            option.getRight(),
                            option.getExprs());
            default -> OpJoin.create(OpTable.create(table), body);
        };
    }

    /** All solutions of the body on a graph. */
    void solutions(Graph graph, Consumer<Binding> sink) {
        solve(op, graph, sink);
    }

    /** The solutions that were touched. */
    void solutions(Touched touched, Graph graph, Consumer<Binding> sink) {
        if (touched.isEverything()) solve(op, graph, sink);
        else for (var rows : touched.rows()) solve(joined(rows, op), graph, sink);
    }

    /** The matches of the required patterns that are compatible with one of some bindings. */
    void requiredSolutions(Collection<Binding> rows, Graph graph, Consumer<Binding> sink) {
        solve(joined(rows, conjunction(required())), graph, sink);
    }

    private static void solve(Op body, Graph graph, Consumer<Binding> sink) {
        var context = RULES.in(ARQ.getContext().copy());
        QC.setFactory(context, BoundedExecutor::new);
        var dataset = DatasetGraphFactory.wrap(graph);
        var solutions =
                QueryEngineRegistry.findFactory(body, dataset, context)
                        .create(body, dataset, BindingRoot.create(), context)
                        .iterator();
        try {
            solutions.forEachRemaining(sink);
        } finally {
            solutions.close();
        }
    }

    static Stream<Var> variables(TriplePath link) {
        return Stream.of(link.getSubject(), link.getPredicate(), link.getObject())
                .filter(n -> n != null && Var.isVar(n))
                .map(Var::alloc);
    }
}
