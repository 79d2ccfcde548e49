package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.CardinalityConstraint;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shape with a target looks at, as paths from a focus node: so the focus nodes that a change
 * can concern are found by walking the paths back. Where a part of the shape can't be told by
 * paths, all focus nodes are concerned.
 */
final class ShapeFootprint {
    /** From a thing to its classes and those above (SHACL §1.1, "SHACL instance"). */
    private static final Path CLASSES =
            PathFactory.pathSeq(
                    PathFactory.pathLink(RDF.type.asNode()),
                    PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.subClassOf.asNode())));

    private final Shape shape;
    private final Set<Path> paths = new LinkedHashSet<>();
    private final List<SparqlFootprint> queries = new ArrayList<>();
    private final List<SparqlFootprint> sieved = new ArrayList<>();
    private final IdentityHashMap<SparqlConstraint, SparqlFootprint> made = new IdentityHashMap<>();
    private final Shape rest;
    private final Set<Shape> open = new HashSet<>();
    private boolean unbounded;

    ShapeFootprint(Shape shape) {
        this.shape = shape;
        collect(shape, Optional.empty());
        this.rest = rest();
    }

    /** The shape without the constraints that are asked of all nodes at once. */
    private Shape rest() {
        if (!(shape instanceof NodeShape) || shape.deactivated()) return shape;
        var others = new ArrayList<Constraint>();
        for (var constraint : shape.getConstraints()) {
            if (constraint instanceof SparqlConstraint query && footprint(query).isSieved())
                sieved.add(footprint(query));
            else others.add(constraint);
        }
        return new NodeShape(
                shape.getShapeGraph(),
                shape.getShapeNode(),
                false,
                shape.getSeverity(),
                shape.getMessages(),
                shape.getTargets(),
                others,
                shape.getPropertyShapes());
    }

    /** Validates nodes, and reports the violations to the context. */
    void validate(Collection<Node> nodes, ValidationContext context, Graph data) {
        nodes.forEach(node -> VLib.validateShape(context, data, rest, node));
        var asked = SparqlFootprint.Asked.wholly(nodes);
        for (var query : sieved) query.validate(asked, context, data, shape);
    }

    Shape shape() {
        return shape;
    }

    /** The SPARQL constraints that the shape puts on its focus nodes themselves. */
    List<SparqlFootprint> queries() {
        return queries;
    }

    private void collect(Shape part, Optional<Path> from) {
        if (part.deactivated()) return;
        if (!open.add(part)) {
            unbounded = true;
            return;
        }
        var at = part instanceof PropertyShape p ? Optional.of(then(from, p.getPath())) : from;
        if (part instanceof PropertyShape) at.ifPresent(paths::add);
        for (var constraint : part.getConstraints()) collect(constraint, from, at);
        for (var property : part.getPropertyShapes()) collect(property, at);
        open.remove(part);
    }

    private void collect(Constraint constraint, Optional<Path> from, Optional<Path> at) {
        switch (constraint) {
            case ClassConstraint _ -> paths.add(then(at, CLASSES));
            case ConstraintPairwise pair ->
                    paths.add(then(from, PathFactory.pathLink(pair.getValue())));
            case ConstraintOp1 one -> collect(one.getOther(), at);
            case ConstraintOpN many -> many.getOthers().forEach(other -> collect(other, at));
            case ClosedConstraint _ -> paths.add(then(at, new P_NegPropSet()));
            case SparqlConstraint query -> {
                var footprint = footprint(query);
                if (at.isPresent() || !footprint.isUnderstood()) unbounded = true;
                else queries.add(footprint);
            }
            case ConstraintTerm _,
                    CardinalityConstraint _,
                    HasValueConstraint _,
                    UniqueLangConstraint _ -> {}
            default -> unbounded = true;
        }
    }

    private SparqlFootprint footprint(SparqlConstraint query) {
        return made.computeIfAbsent(query, SparqlFootprint::new);
    }

    private static Path then(Optional<Path> first, Path second) {
        return first.map(p -> PathFactory.pathSeq(p, second)).orElse(second);
    }

    /**
     * The focus nodes whose validation a change can alter, those of the SPARQL constraints left
     * out.
     *
     * @param removed of the state before the change
     * @param added of the state after the change
     * @param now the focus nodes after the change
     */
    Set<Node> concerned(PathOrigins removed, PathOrigins added, FocusNodes now) {
        if (unbounded) return new LinkedHashSet<>(now.of(shape));
        var nodes = new LinkedHashSet<Node>();
        var known = targets(added, nodes);
        for (var path : paths) known &= add(path, removed, nodes) && add(path, added, nodes);
        if (!known) return new LinkedHashSet<>(now.of(shape));
        nodes.removeIf(node -> !now.has(shape, node));
        return nodes;
    }

    /** Adds nodes that may have become focus nodes; false where that can't be told. */
    private boolean targets(PathOrigins added, Set<Node> nodes) {
        var known = true;
        for (Target target : shape.getTargets())
            known &=
                    switch (target.getTargetType()) {
                        case targetNode -> true;
                        case targetClass, implicitClass -> add(CLASSES, added, nodes);
                        case targetSubjectsOf ->
                                add(PathFactory.pathLink(target.getObject()), added, nodes);
                        case targetObjectsOf ->
                                add(
                                        PathOrigins.reversed(
                                                PathFactory.pathLink(target.getObject())),
                                        added,
                                        nodes);
                        case targetExtension -> false;
                    };
        return known;
    }

    private static boolean add(Path path, PathOrigins changed, Set<Node> nodes) {
        var origins = changed.of(path);
        origins.ifPresent(nodes::addAll);
        return origins.isPresent();
    }
}
