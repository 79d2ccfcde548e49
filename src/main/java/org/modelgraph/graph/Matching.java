package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.modelgraph.sparql.ZeroLengthPath;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How triples match triple patterns and paths. */
final class Matching {
    private Matching() {}

    /**
     * Adds what changed triples say of the variables of a pattern or path.
     *
     * @return false where that can't be told, or is too much
     */
    static boolean match(TriplePath link, Delta changed, Graph state, Set<Binding> matches) {
        if (link.isTriple()) {
            for (var triple : changed.of(link.getPredicate())) {
                match(link.asTriple(), triple).ifPresent(matches::add);
                if (matches.size() > Touched.MOST) return false;
            }
            return true;
        }
        if (ZeroLengthPath.canMatch(link.getPath())) ends(link, changed, matches);
        return Var.isVar(link.getSubject())
                ? ends(
                        link.getSubject(),
                        new PathOrigins(changed, state).of(link.getPath()),
                        matches)
                : ends(
                        link.getObject(),
                        new PathOrigins(changed, state).of(PathOrigins.reversed(link.getPath())),
                        matches);
    }

    /** Nodes that come or go are the two ends of a path of no length that comes or goes. */
    private static void ends(TriplePath link, Delta changed, Set<Binding> matches) {
        var nodes = new HashSet<Node>();
        for (var triple : changed.triples()) {
            nodes.add(triple.getSubject());
            nodes.add(triple.getObject());
        }
        var end = Var.isVar(link.getSubject()) ? link.getSubject() : link.getObject();
        if (Var.isVar(end)) ends(end, Optional.of(nodes), matches);
    }

    private static boolean ends(Node end, Optional<Set<Node>> nodes, Set<Binding> matches) {
        if (nodes.isEmpty()) return false;
        if (Var.isVar(end))
            nodes.get().forEach(n -> matches.add(BindingFactory.binding(Var.alloc(end), n)));
        else if (nodes.get().contains(end)) matches.add(BindingFactory.empty());
        return true;
    }

    static Optional<Binding> match(Triple pattern, Triple triple) {
        var binding = BindingFactory.builder();
        return match(pattern.getSubject(), triple.getSubject(), binding)
                        && match(pattern.getPredicate(), triple.getPredicate(), binding)
                        && match(pattern.getObject(), triple.getObject(), binding)
                ? Optional.of(binding.build())
                : Optional.empty();
    }

    private static boolean match(Node pattern, Node node, BindingBuilder binding) {
        if (!Var.isVar(pattern)) return pattern.sameValueAs(node);
        var variable = Var.alloc(pattern);
        var bound = binding.get(variable);
        if (bound != null) return bound.sameTermAs(node);
        binding.add(variable, node);
        return true;
    }

    static Binding project(Binding binding, Set<Var> variables) {
        var projected = BindingFactory.builder();
        binding.forEach((variable, node) -> {
            if (variables.contains(variable)) projected.add(variable, node);
        });
        return projected.build();
    }
}
