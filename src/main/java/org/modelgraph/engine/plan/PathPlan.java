package org.modelgraph.engine.plan;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.modelgraph.engine.operator.PathExpression;
import org.modelgraph.engine.operator.PathExpression.Alternative;
import org.modelgraph.engine.operator.PathExpression.AtMostOnce;
import org.modelgraph.engine.operator.PathExpression.Closure;
import org.modelgraph.engine.operator.PathExpression.Inverse;
import org.modelgraph.engine.operator.PathExpression.Link;
import org.modelgraph.engine.operator.PathExpression.Others;
import org.modelgraph.engine.operator.PathExpression.Sequence;
import org.modelgraph.engine.operator.Terms;
import org.modelgraph.engine.snapshot.Dictionary;
import org.modelgraph.engine.snapshot.PredicateIndex;
import org.modelgraph.engine.snapshot.Snapshot;

import java.util.List;

/** From ARQ's paths to those of the engine. */
final class PathPlan {
    private final Snapshot snapshot;
    private final Terms terms;

    PathPlan(Snapshot snapshot, Terms terms) {
        this.snapshot = snapshot;
        this.terms = terms;
    }

    /** True of the paths of SPARQL 1.1. */
    static boolean isKnown(Path path) {
        return switch (path) {
            case P_Link _, P_ReverseLink _, P_NegPropSet _ -> true;
            case P_Inverse inverse -> isKnown(inverse.getSubPath());
            case P_Seq sequence -> isKnown(sequence.getLeft()) && isKnown(sequence.getRight());
            case P_Alt either -> isKnown(either.getLeft()) && isKnown(either.getRight());
            case P_ZeroOrOne optional -> isKnown(optional.getSubPath());
            case P_ZeroOrMore1 closure -> isKnown(closure.getSubPath());
            case P_OneOrMore1 closure -> isKnown(closure.getSubPath());
            default -> false;
        };
    }

    /** The path in the terms of the snapshot. */
    PathExpression of(Path path) {
        return switch (path) {
            case P_Link link -> link(link.getNode());
            case P_ReverseLink link -> new Inverse(link(link.getNode()));
            case P_Inverse inverse -> new Inverse(of(inverse.getSubPath()));
            case P_Seq sequence -> new Sequence(of(sequence.getLeft()), of(sequence.getRight()));
            case P_Alt either -> new Alternative(of(either.getLeft()), of(either.getRight()));
            case P_ZeroOrOne optional -> new AtMostOnce(of(optional.getSubPath()));
            case P_ZeroOrMore1 closure -> new Closure(of(closure.getSubPath()), true);
            case P_OneOrMore1 closure -> new Closure(of(closure.getSubPath()), false);
            case P_NegPropSet others -> others(others.getFwdNodes(), others.getBwdNodes());
            default -> throw new IllegalArgumentException("a path that is not known: " + path);
        };
    }

    Link link(Node predicate) {
        return new Link(
                terms.known(predicate).flatMap(snapshot::index).orElse(PredicateIndex.EMPTY));
    }

    private Others others(List<Node> forward, List<Node> backward) {
        return new Others(
                !forward.isEmpty(), numbers(forward), !backward.isEmpty(), numbers(backward));
    }

    private List<Integer> numbers(List<Node> predicates) {
        return predicates.stream().map(p -> terms.known(p).orElse(Dictionary.NONE)).toList();
    }
}
