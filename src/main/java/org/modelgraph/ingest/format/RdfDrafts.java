package org.modelgraph.ingest.format;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.naming.NormalName;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts of claims as the CONSTRUCT mappings make them: nodes of the classes {@code
 * mg:EvaluationResult} and {@code mg:AttributeClaim} whose properties give things by their printed
 * names, as literals.
 */
final class RdfDrafts {
    private static final Map<String, Attribute> ATTRIBUTES =
            Map.of(
                    "developedBy", Attribute.DEVELOPED_BY,
                    "derivedFrom", Attribute.DERIVED_FROM,
                    "trainedOn", Attribute.TRAINED_ON,
                    "usesModel", Attribute.USES_MODEL,
                    "releasedOn", Attribute.RELEASED_ON,
                    "describedAs", Attribute.DESCRIBED_AS,
                    "licenceName", Attribute.LICENCE,
                    "accessName", Attribute.ACCESS,
                    "sizeName", Attribute.SIZE);
    private static final Set<Attribute> OF_LITERALS =
            Set.of(
                    Attribute.RELEASED_ON,
                    Attribute.DESCRIBED_AS,
                    Attribute.LICENCE,
                    Attribute.ACCESS,
                    Attribute.SIZE);

    private final Intake intake;
    private final Node author;
    private final Set<String> ids = new HashSet<>();

    RdfDrafts(Intake intake, Node author) {
        this.intake = intake;
        this.author = author;
    }

    /** How many claims the mappings made so far. */
    int taken() {
        return ids.size();
    }

    void take(Graph drafts) {
        for (var node : nodes(drafts, "EvaluationResult")) result(drafts, node);
        for (var node : nodes(drafts, "AttributeClaim")) attribute(drafts, node);
    }

    private static List<Node> nodes(Graph drafts, String className) {
        return drafts.find(Node.ANY, RDF.type.asNode(), Vocabulary.term(className))
                .mapWith(Triple::getSubject)
                .toList();
    }

    /** A name for the draft that follows from what it says; empty where the same was said. */
    private Optional<String> id(Graph drafts, Node node) {
        var said =
                drafts
                        .find(node, Node.ANY, Node.ANY)
                        .mapWith(t -> t.getPredicate() + " " + t.getObject())
                        .toList()
                        .stream()
                        .sorted()
                        .toList();
        var id = "d-" + NormalName.hash(String.join("\n", said)).substring(0, 16);
        return ids.add(id) ? Optional.of(id) : Optional.empty();
    }

    private static Optional<String> text(Graph drafts, Node node, String property) {
        return drafts
                .find(node, Vocabulary.term(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.toString())
                .filter(t -> !t.isBlank())
                .sorted()
                .findFirst();
    }

    private static String place(Graph drafts, Node node) {
        return text(drafts, node, "locator")
                .orElse(node.isURI() ? node.getURI() : "a node without an IRI");
    }

    private void result(Graph drafts, Node node) {
        var place = place(drafts, node);
        var model = text(drafts, node, "about");
        var benchmark = text(drafts, node, "benchmark");
        var value = text(drafts, node, "printedValue").or(() -> text(drafts, node, "value"));
        if (model.isEmpty() || benchmark.isEmpty() || value.isEmpty()) {
            intake.leaveAside(
                    0, place + " is left aside: it lacks a model, a benchmark or a value");
            return;
        }
        var id = id(drafts, node);
        if (id.isEmpty()) return;
        var metric = text(drafts, node, "metric").orElse("score");
        var unit = text(drafts, node, "unit").map(Unit::ofWords).orElse(Unit.NOT_STATED);
        var draft =
                intake.result(id.get(), 0, place, author)
                        .stance(text(drafts, node, "stance").orElse("stated"))
                        .model(model.get())
                        .benchmark(benchmark.get())
                        .setting(text(drafts, node, "setting").orElse(""))
                        .metric(metric, unit)
                        .printed(value.get());
        text(drafts, node, "harness")
                .ifPresent(h -> draft.claim().add(Vocabulary.term("harness"), Vocabulary.plain(h)));
        text(drafts, node, "cites").ifPresent(draft.claim()::cites);
        draft.send();
    }

    private void attribute(Graph drafts, Node node) {
        var place = place(drafts, node);
        var name = text(drafts, node, "attribute").orElse("").replaceFirst("^.*[/#]", "");
        var attribute = ATTRIBUTES.get(name);
        var subject = subject(drafts, node);
        var value =
                text(drafts, node, "attributeLiteral")
                        .or(() -> text(drafts, node, "attributeResource"));
        if (attribute == null || subject.isEmpty() || value.isEmpty()) {
            intake.leaveAside(
                    0, place + " is left aside: it lacks a subject, a known attribute or a value");
            return;
        }
        var id = id(drafts, node);
        if (id.isEmpty()) return;
        var claiming = new Attribute.Claiming(intake, id.get(), 0, place, author, "stated");
        var printed = subject.get();
        var thing = intake.named(printed.kind(), printed.name(), 0);
        if (!OF_LITERALS.contains(attribute)) attribute.claim(claiming, thing, value.get());
        else if (attribute != Attribute.RELEASED_ON)
            attribute.claim(claiming, thing, Vocabulary.plain(value.get()));
        else
            Attribute.day(value.get())
                    .ifPresentOrElse(
                            day -> attribute.claim(claiming, thing, day),
                            () ->
                                    intake.leaveAside(
                                            0, place + ": “" + value.get() + "” is no day"));
    }

    private record Printed(String kind, String name) {}

    /** The subject; its kind is its datatype, such as {@code mg:Dataset}, else it is a model. */
    private static Optional<Printed> subject(Graph drafts, Node node) {
        return drafts
                .find(node, Vocabulary.term("about"), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .filter(Node::isLiteral)
                .map(o -> new Printed(kind(o.getLiteralDatatypeURI()), o.getLiteralLexicalForm()))
                .findFirst();
    }

    private static String kind(String datatype) {
        return switch (datatype.replaceFirst("^.*[/#]", "")) {
            case "Dataset" -> "dataset";
            case "System" -> "system";
            case "ModelFamily" -> "family";
            default -> "model";
        };
    }
}
