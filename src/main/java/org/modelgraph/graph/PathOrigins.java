package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.eval.PathEval;
import org.modelgraph.sparql.ZeroLengthPath;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes from which a property path can lead through one of some triples. */
final class PathOrigins {
    private final Delta delta;
    private final Graph graph;
    private final Map<Path, Optional<Set<Node>>> known = new HashMap<>();
    private boolean unknown;

    /**
     * A search, which does nothing twice.
     *
     * @param graph holds the triples of the delta
     */
    PathOrigins(Delta delta, Graph graph) {
        this.delta = delta;
        this.graph = graph;
    }

    /**
     * All origins of the path that pass a triple of the delta, and perhaps others; empty where they
     * can't be told. Of matches of no length ({@link ZeroLengthPath}) nothing is said.
     */
    Optional<Set<Node>> of(Path path) {
        if (delta.isEmpty()) return Optional.of(Set.of());
        return known.computeIfAbsent(path, this::search);
    }

    private Optional<Set<Node>> search(Path path) {
        unknown = false;
        var found = origins(path);
        return unknown ? Optional.empty() : Optional.of(found);
    }

    private Set<Node> origins(Path path) {
        return switch (path) {
            case P_Link link -> subjects(link.getNode());
            case P_ReverseLink link -> objects(link.getNode());
            case P_Inverse inverse -> origins(reversed(inverse.getSubPath()));
            case P_Alt either -> union(origins(either.getLeft()), origins(either.getRight()));
            case P_Seq sequence ->
                    union(
                            origins(sequence.getLeft()),
                            before(sequence.getLeft(), origins(sequence.getRight())));
            case P_ZeroOrOne optional -> origins(optional.getSubPath());
            case P_ZeroOrMore1 many -> before(many, origins(many.getSubPath()));
            case P_ZeroOrMoreN many -> before(many, origins(many.getSubPath()));
            case P_OneOrMore1 many -> repeated(many, many.getSubPath());
            case P_OneOrMoreN many -> repeated(many, many.getSubPath());
            case P_FixedLength fixed ->
                    repeated(PathFactory.pathOneOrMore1(fixed.getSubPath()), fixed.getSubPath());
            case P_NegPropSet others -> others(others);
            default -> {
                unknown = true;
                yield new HashSet<>();
            }
        };
    }

    private Set<Node> repeated(Path path, Path once) {
        var direct = origins(once);
        return union(direct, before(path, direct));
    }

    private Set<Node> subjects(Node predicate) {
        var found = new HashSet<Node>();
        delta.of(predicate).forEach(t -> found.add(t.getSubject()));
        return found;
    }

    private Set<Node> objects(Node predicate) {
        var found = new HashSet<Node>();
        delta.of(predicate).forEach(t -> found.add(t.getObject()));
        return found;
    }

    private Set<Node> others(P_NegPropSet set) {
        var found = new HashSet<Node>();
        for (var triple : delta.triples()) {
            if (!set.getFwdNodes().contains(triple.getPredicate())) found.add(triple.getSubject());
            if (!set.getBwdNodes().isEmpty() && !set.getBwdNodes().contains(triple.getPredicate()))
                found.add(triple.getObject());
        }
        return found;
    }

    private Set<Node> before(Path path, Set<Node> ends) {
        var found = new HashSet<Node>();
        for (var end : ends) PathEval.evalReverse1(graph, end, path).forEachRemaining(found::add);
        return found;
    }

    private static Set<Node> union(Set<Node> some, Set<Node> others) {
        some.addAll(others);
        return some;
    }

    /** The path that leads from the ends of another one to its origins. */
    static Path reversed(Path path) {
        return switch (path) {
            case P_Link link -> new P_ReverseLink(link.getNode());
            case P_ReverseLink link -> new P_Link(link.getNode());
            case P_Inverse inverse -> inverse.getSubPath();
            case P_Seq sequence ->
                    PathFactory.pathSeq(
                            reversed(sequence.getRight()), reversed(sequence.getLeft()));
            case P_Alt either ->
                    PathFactory.pathAlt(reversed(either.getLeft()), reversed(either.getRight()));
            case P_ZeroOrOne optional -> PathFactory.pathZeroOrOne(reversed(optional.getSubPath()));
            case P_ZeroOrMore1 many -> PathFactory.pathZeroOrMore1(reversed(many.getSubPath()));
            case P_ZeroOrMoreN many -> PathFactory.pathZeroOrMoreN(reversed(many.getSubPath()));
            case P_OneOrMore1 many -> PathFactory.pathOneOrMore1(reversed(many.getSubPath()));
            case P_OneOrMoreN many -> PathFactory.pathOneOrMoreN(reversed(many.getSubPath()));
            default -> PathFactory.pathInverse(path);
        };
    }
}
