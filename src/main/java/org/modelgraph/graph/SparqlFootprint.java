package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A SPARQL constraint (SHACL §5), made ready to be asked for the violations that a change can have
 * brought: its query is asked with the bindings that the changed triples give to its variables.
 */
final class SparqlFootprint {
    private static final Var THIS = Var.alloc("this");
    private static final List<Var> TOLD = List.of(Var.alloc("value"), Var.alloc("path"));

    private final SparqlConstraint constraint;
    private final Query query;
    private final BodyPattern body;
    private final SparqlSieve sieve;

    SparqlFootprint(SparqlConstraint constraint) {
        this.constraint = constraint;
        this.query = constraint.getQuery();
        this.body = new BodyPattern(Algebra.compile(query.getQueryPattern()));
        this.sieve = new SparqlSieve(query);
    }

    /**
     * False where no part of the violations can be asked for alone. Groups can: a group is there
     * where one of its rows is, and no condition on groups is understood.
     */
    boolean isUnderstood() {
        return query.isSelectType()
                && !body.isOpaque()
                && !query.hasHaving()
                && !query.hasLimit()
                && !query.hasOffset()
                && (query.hasGroupBy() || !query.hasAggregators());
    }

    /**
     * What to ask, for each focus node: the bindings of the other variables, or nothing where the
     * query is to be asked as it is.
     */
    record Asked(Map<Node, List<Set<Binding>>> nodes) {
        /** The query as it is, of each of some nodes. */
        static Asked wholly(Collection<Node> focusNodes) {
            var nodes = new LinkedHashMap<Node, List<Set<Binding>>>();
            focusNodes.forEach(node -> nodes.put(node, List.of()));
            return new Asked(nodes);
        }
    }

    /** What to ask about a change, in either state. */
    Asked asked(Shape shape, Conformance.Step step, FocusNodes focus) {
        var now = step.now();
        var touched =
                List.of(
                        body.touched(step.added(), now, false),
                        body.touched(step.removed(), step.old(), true));
        if (touched.stream().anyMatch(Touched::isEverything)) return Asked.wholly(focus.of(shape));
        var rows = new LinkedHashMap<Node, Map<Set<Var>, Set<Binding>>>();
        for (var one : touched)
            for (var group : one.rows()) {
                var solutions = new LinkedHashSet<Binding>();
                if (group.iterator().next().contains(THIS)) solutions.addAll(group);
                else if (body.variables().contains(THIS)) locate(group, now, solutions);
                else for (var node : focus.of(shape)) for (var row : group) enter(row, node, rows);
                for (var row : solutions) enter(row, row.get(THIS), rows);
            }
        var nodes = new LinkedHashMap<Node, List<Set<Binding>>>();
        rows.forEach((node, byVariables) -> {
            if (!focus.has(shape, node)) return;
            var whole = byVariables.containsKey(Set.<Var>of());
            nodes.put(node, whole ? List.of() : List.copyOf(byVariables.values()));
        });
        return new Asked(nodes);
    }

    /**
     * What to ask about the state before, to learn what was violated then: a group, or a violation
     * with the same value and path, may have been there by other rows.
     */
    Asked before(Asked asked) {
        var keys = new HashSet<>(query.hasGroupBy() ? query.getGroupBy().getVars() : TOLD);
        var nodes = new LinkedHashMap<Node, List<Set<Binding>>>();
        asked.nodes()
                .forEach((node, groups) -> {
                    var projected = new ArrayList<Set<Binding>>();
                    for (var rows : groups) {
                        var those = new LinkedHashSet<Binding>();
                        rows.forEach(row -> those.add(Matching.project(row, keys)));
                        projected.add(those);
                    }
                    var whole = projected.stream().anyMatch(g -> g.iterator().next().isEmpty());
                    nodes.put(node, whole ? List.of() : projected);
                });
        return new Asked(nodes);
    }

    /** Finds the focus nodes that belong to bindings of other variables. */
    private void locate(Set<Binding> group, Graph now, Set<Binding> solutions) {
        var kept = new HashSet<>(group.iterator().next().varsMentioned());
        kept.add(THIS);
        body.requiredSolutions(group, now, s -> solutions.add(Matching.project(s, kept)));
    }

    private void enter(Binding row, Node node, Map<Node, Map<Set<Var>, Set<Binding>>> rows) {
        var kept = new HashSet<>(row.varsMentioned());
        kept.remove(THIS);
        var others = Matching.project(row, kept);
        rows.computeIfAbsent(node, _ -> new LinkedHashMap<>())
                .computeIfAbsent(others.varsMentioned(), _ -> new LinkedHashSet<>())
                .add(others);
    }

    /** True where the nodes that break the constraint are told from others by one query. */
    boolean isSieved() {
        return sieve.isUnderstood();
    }

    /** Asks, and reports the violations to the context. */
    void validate(Asked asked, ValidationContext context, Graph data, Shape shape) {
        var suspects =
                sieve.isUnderstood() ? sieve.caught(rows(asked), data) : asked.nodes().keySet();
        asked.nodes()
                .forEach((node, groups) -> {
                    if (!suspects.contains(node)) return;
                    if (groups.isEmpty()) constraint.validateNodeShape(context, data, shape, node);
                    for (var rows : groups)
                        new SparqlConstraint(with(rows), constraint.getMessage())
                                .validateNodeShape(context, data, shape, node);
                });
    }

    private static List<Binding> rows(Asked asked) {
        var rows = new ArrayList<Binding>();
        asked.nodes()
                .forEach((node, groups) -> {
                    if (groups.isEmpty()) rows.add(BindingFactory.binding(THIS, node));
                    for (var group : groups)
                        for (var row : group) rows.add(BindingFactory.binding(row, THIS, node));
                });
        return rows;
    }

    /** The query with bindings put before its pattern. */
    private Query with(Set<Binding> rows) {
        var data =
                new ElementData(
                        new ArrayList<>(rows.iterator().next().varsMentioned()),
                        new ArrayList<>(rows));
        var narrowed = QueryTransformOps.shallowCopy(query);
        var group = new ElementGroup();
        group.addElement(data);
        if (query.getQueryPattern() instanceof ElementGroup original)
            original.getElements().forEach(group::addElement);
        else group.addElement(query.getQueryPattern());
        narrowed.setQueryPattern(group);
        return narrowed;
    }
}
