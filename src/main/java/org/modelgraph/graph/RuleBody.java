package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.modify.TemplateLib;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A rule made ready to be asked what follows, and what follows from some changed triples. */
final class RuleBody {
    private final Rule rule;
    private final BodyPattern body;
    private final List<Triple> template;

    RuleBody(Rule rule) {
        this.rule = rule;
        this.body = new BodyPattern(Algebra.compile(rule.query().getQueryPattern()));
        this.template = rule.query().getConstructTemplate().getTriples();
    }

    Rule rule() {
        return rule;
    }

    BodyPattern body() {
        return body;
    }

    /** True where more data can only add to what follows. */
    boolean isMonotone() {
        return body.isMonotone() && !rule.closing();
    }

    /** The predicates of what follows, so far as they are fixed. */
    Set<Node> conclusions() {
        var found = new HashSet<Node>();
        for (var triple : template)
            if (triple.getPredicate().isConcrete()) found.add(triple.getPredicate());
        return found;
    }

    /**
     * The predicates that the rule both concludes and asks the absence of: of these it sees only
     * what is asserted.
     */
    Set<Node> reflexive() {
        var both = new HashSet<>(body.predicates(true));
        both.retainAll(conclusions());
        return both;
    }

    /** All that follows from what is known. */
    void consequences(Graph known, Consumer<Triple> sink) {
        body.solutions(known, solution -> conclude(solution, sink));
    }

    /** What follows from what is known, by the solutions that were touched. */
    void consequences(Touched touched, Graph known, Consumer<Triple> sink) {
        if (!touched.isEmpty()) body.solutions(touched, known, s -> conclude(s, sink));
    }

    /** Tells every solution from which a triple follows, with the triple. */
    void reasons(Set<Triple> conclusions, Graph known, BiConsumer<Triple, Binding> sink) {
        var touched = new Touched();
        for (var pattern : template)
            for (var triple : conclusions)
                Matching.match(pattern, triple)
                        .map(b -> Matching.project(b, body.variables()))
                        .ifPresent(touched::add);
        if (touched.isEmpty()) return;
        body.solutions(
                touched,
                known,
                solution ->
                        conclude(
                                solution,
                                t -> {
                                    if (conclusions.contains(t)) sink.accept(t, solution);
                                }));
    }

    private void conclude(Binding solution, Consumer<Triple> sink) {
        var blanks = new HashMap<Node, Node>();
        for (var pattern : template) {
            var triple = TemplateLib.subst(pattern, solution, blanks);
            var sound =
                    triple.isConcrete()
                            && !triple.getSubject().isLiteral()
                            && triple.getPredicate().isURI();
            if (sound && !Var.isVar(triple.getObject())) sink.accept(triple);
        }
    }
}
