package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.stream.Stream;

/** Checks data against the shapes of the ontology. */
public final class Conformance {
    private final Shapes shapes;

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
        return shapes.getTargetShapes().parallelStream()
                .flatMap(shape -> entries(data, shape))
                .map(Conformance::violation)
                .toList();
    }

    private Stream<ReportEntry> entries(Graph data, Shape shape) {
        var context = ValidationContext.create(shapes, data);
        VLib.focusNodes(data, shape)
                .forEach(node -> VLib.validateShape(context, data, shape, node));
        return context.generateReport().getEntries().stream();
    }

    private static Violation violation(ReportEntry entry) {
        return new Violation(
                shown(entry.focusNode()),
                entry.resultPath() == null ? "" : shown(entry.resultPath().toString()),
                shown(entry.value()),
                entry.message() == null ? "" : entry.message(),
                shown(entry.source()));
    }

    private static String shown(@Nullable Node node) {
        if (node == null) return "";
        return node.isURI()
                ? shown(node.getURI())
                : node.isLiteral() ? '"' + node.getLiteralLexicalForm() + '"' : "_";
    }

    private static String shown(String iri) {
        var bare =
                iri.startsWith("<") && iri.endsWith(">") ? iri.substring(1, iri.length() - 1) : iri;
        return Prefixes.shorten(bare).orElse(bare);
    }
}
