package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes of one state of the data the shapes are about (SHACL §2.1.3). What classes a node has
 * and which are below a class is looked up once for all shapes.
 */
final class FocusNodes {
    private static final Node TYPE = RDF.type.asNode();
    private static final Node SUBCLASS = RDFS.subClassOf.asNode();

    private final Graph state;
    private final Map<Node, Set<Node>> below = new HashMap<>();
    private final Map<Node, Set<Node>> types = new HashMap<>();

    FocusNodes(Graph state) {
        this.state = state;
    }

    /** All focus nodes of a shape. */
    Collection<Node> of(Shape shape) {
        return VLib.focusNodes(state, shape);
    }

    /** True of a focus node of the shape. */
    boolean has(Shape shape, Node node) {
        for (Target target : shape.getTargets()) if (has(target, node)) return true;
        return false;
    }

    private boolean has(Target target, Node node) {
        return switch (target.getTargetType()) {
            case targetClass, implicitClass -> isInstance(node, target.getObject());
            case targetNode, targetSubjectsOf, targetObjectsOf, targetExtension ->
                    VLib.isFocusNode(target, node, state);
        };
    }

    private boolean isInstance(Node node, Node wanted) {
        var stated = types.computeIfAbsent(node, n -> neighbours(n, TYPE, Node.ANY));
        if (stated.isEmpty()) return false;
        var classes = below.computeIfAbsent(wanted, this::below);
        for (var type : stated) if (classes.contains(type)) return true;
        return false;
    }

    private Set<Node> below(Node top) {
        var found = new HashSet<Node>();
        var open = new ArrayDeque<Node>();
        open.add(top);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) open.addAll(neighbours(Node.ANY, SUBCLASS, next));
        }
        return found;
    }

    private Set<Node> neighbours(Node subject, Node predicate, Node object) {
        var found = new HashSet<Node>();
        var triples = state.find(subject, predicate, object);
        try {
            while (triples.hasNext()) {
                var triple = triples.next();
                found.add(object.isConcrete() ? triple.getSubject() : triple.getObject());
            }
        } finally {
            triples.close();
        }
        return found;
    }
}
