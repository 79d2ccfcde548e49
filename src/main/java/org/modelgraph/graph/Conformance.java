package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks data against the shapes of the ontology. */
public final class Conformance {
    private final Shapes shapes;
    private Optional<List<ShapeFootprint>> footprints = Optional.empty();

    public Conformance(Graph shapes) {
        this.shapes = Shapes.parse(shapes);
    }

    /**
     * One breach of a shape.
     *
     * @param focus the thing that is wrong
     * @param path the property that is wrong, empty where the whole thing is
     * @param value the value that is wrong, empty where one is missing
     * @param message what the shape wants
     * @param shape the shape, in short form
     */
    public record Violation(String focus, String path, String value, String message, String shape) {
        @Override
        public String toString() {
            var where = path.isEmpty() ? focus : focus + " " + path;
            return where + (value.isEmpty() ? "" : " " + value) + ": " + message;
        }
    }

    /**
     * The breaches in a graph; none where it conforms. The shapes are checked side by side, so the
     * graph has to bear several readers.
     */
    public List<Violation> violations(Graph data) {
        return report(data).violations();
    }

    /** The same as a report. */
    ShapeReport report(Graph data) {
        return report(data, footprints().parallelStream());
    }

    /** The same, one shape after the other, for a graph that bears one reader. */
    ShapeReport reportInTurn(Graph data) {
        return report(data, footprints().stream());
    }

    private ShapeReport report(Graph data, Stream<ShapeFootprint> targets) {
        return new ShapeReport(
                targets.flatMap(target ->
                                entries(data, target, VLib.focusNodes(data, target.shape())))
                        .toList());
    }

    private Stream<ReportEntry> entries(Graph data, ShapeFootprint target, Collection<Node> nodes) {
        if (nodes.isEmpty()) return Stream.of();
        var context = ValidationContext.create(shapes, data);
        target.validate(nodes, context, data);
        return context.generateReport().getEntries().stream();
    }

    /**
     * The breaches that triples bring to a graph: those that are there with them and are not
     * without them.
     *
     * @param added the triples; those that the graph has already bring nothing
     */
    public List<Violation> brought(Graph data, Collection<Triple> added) {
        var fresh = added.stream().filter(t -> !data.contains(t)).distinct().toList();
        var now = new Union(GraphFactory.createDefaultGraph(), data);
        fresh.forEach(now::add);
        return brought(new Step(new Delta(List.of()), data, new Delta(fresh), now)).violations();
    }

    /**
     * A change of data.
     *
     * @param removed the triples that were known and are no more
     * @param old what was known
     * @param added the triples that are known and were not
     * @param now what is known
     */
    record Step(Delta removed, Graph old, Delta added, Graph now) {}

    /**
     * The breaches that a change brings: those that are there after it and were not before. Only
     * what the change can concern is looked at.
     */
    ShapeReport brought(Step step) {
        var entries = new ArrayList<ReportEntry>();
        var removed = new PathOrigins(step.removed(), step.old());
        var added = new PathOrigins(step.added(), step.now());
        var then = new FocusNodes(step.old());
        var now = new FocusNodes(step.now());
        for (var footprint : footprints()) {
            var shape = footprint.shape();
            var nodes = footprint.concerned(removed, added, now);
            Predicate<Node> before = node -> then.has(shape, node);
            entries.addAll(
                    fresh(
                            entries(step.now(), footprint, nodes).toList(),
                            () ->
                                    entries(
                                                    step.old(),
                                                    footprint,
                                                    nodes.stream().filter(before).toList())
                                            .toList()));
            for (var query : footprint.queries()) {
                var asked = query.asked(shape, step, now);
                asked.nodes().keySet().removeAll(nodes);
                entries.addAll(
                        fresh(
                                entries(query, asked, step.now(), shape),
                                () -> {
                                    asked.nodes().keySet().removeIf(before.negate());
                                    return entries(query, query.before(asked), step.old(), shape);
                                }));
            }
        }
        return new ShapeReport(List.copyOf(entries));
    }

    private List<ReportEntry> entries(
            SparqlFootprint query, SparqlFootprint.Asked asked, Graph data, Shape shape) {
        if (asked.nodes().isEmpty()) return List.of();
        var context = ValidationContext.create(shapes, data);
        query.validate(asked, context, data, shape);
        return List.copyOf(context.generateReport().getEntries());
    }

    private List<ShapeFootprint> footprints() {
        if (footprints.isEmpty()) {
            var all = new ArrayList<ShapeFootprint>();
            for (var shape : shapes.getTargetShapes()) all.add(new ShapeFootprint(shape));
            footprints = Optional.of(List.copyOf(all));
        }
        return footprints.get();
    }

    private interface Entries {
        List<ReportEntry> list();
    }

    /** The entries that are not among those of before, each once. */
    private static Collection<ReportEntry> fresh(List<ReportEntry> now, Entries before) {
        if (now.isEmpty()) return now;
        var known = new HashSet<List<String>>();
        for (var entry : before.list()) known.add(key(entry));
        Map<List<String>, ReportEntry> fresh = new LinkedHashMap<>();
        for (var entry : now) if (!known.contains(key(entry))) fresh.putIfAbsent(key(entry), entry);
        return fresh.values();
    }

    private static List<String> key(ReportEntry entry) {
        return Stream.of(
                        entry.focusNode(),
                        entry.resultPath(),
                        entry.value(),
                        entry.source(),
                        entry.sourceConstraintComponent())
                .map(String::valueOf)
                .toList();
    }
}
