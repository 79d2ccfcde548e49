package org.modelgraph.ingest.format;

import static java.util.stream.Collectors.joining;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;
import org.modelgraph.sparql.Prefixes;

import java.util.Comparator;
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
        for (var node : nodes(drafts, "IssueFinding")) finding(drafts, node);
    }

    private static List<Node> nodes(Graph drafts, String className) {
        return drafts.find(Node.ANY, RDF.type.asNode(), Vocabulary.term(className))
                .mapWith(Triple::getSubject)
                .toList();
    }

    /**
     * A name for the draft that follows from what it says; empty where the same was said. Blank
     * nodes say nothing and are called otherwise at each reading.
     */
    private Optional<String> id(Graph drafts, Node node) {
        var said =
                drafts
                        .find(node, Node.ANY, Node.ANY)
                        .filterDrop(t -> t.getObject().isBlank())
                        .mapWith(t -> t.getPredicate() + " " + t.getObject())
                        .toList()
                        .stream()
                        .sorted()
                        .toList();
        var id = "d-" + NormalName.hash(String.join("\n", said)).substring(0, 16);
        return ids.add(id) ? Optional.of(id) : Optional.empty();
    }

    private static List<Node> objects(Graph drafts, Node node, String property) {
        return drafts
                .find(node, Vocabulary.term(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static Optional<String> text(Graph drafts, Node node, String property) {
        var objects = objects(drafts, node, property);
        return objects.stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> !text.isBlank())
                .findFirst()
                .or(() -> objects.stream().filter(Node::isURI).map(Node::getURI).findFirst());
    }

    /** An IRI that means something here, else the name. */
    private Optional<String> meant(Graph drafts, Node node, String property) {
        return objects(drafts, node, property).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> !intake.meant(Optional.of(iri), "").isEmpty())
                .findFirst()
                .or(() -> text(drafts, node, property));
    }

    private static String place(Graph drafts, Node node) {
        return text(drafts, node, "locator")
                .orElse(node.isURI() ? node.getURI() : "a node without an IRI");
    }

    private void result(Graph drafts, Node node) {
        var place = place(drafts, node);
        var model = meant(drafts, node, "about");
        var benchmark = meant(drafts, node, "benchmark");
        var value = text(drafts, node, "printedValue").or(() -> text(drafts, node, "value"));
        if (model.isEmpty() || benchmark.isEmpty() || value.isEmpty()) {
            intake.leaveAside(
                    0, place + " is left aside: it lacks a model, a benchmark or a value");
            return;
        }
        var id = id(drafts, node);
        if (id.isEmpty()) return;
        var metric = meant(drafts, node, "metric").orElse("score");
        var unit = text(drafts, node, "unit").map(Unit::ofWords).orElse(Unit.NOT_STATED);
        var draft =
                intake.result(id.get(), 0, place, author)
                        .stance(text(drafts, node, "stance").orElse("stated"))
                        .model(model.get())
                        .benchmark(benchmark.get())
                        .setting(meant(drafts, node, "setting").orElse(""))
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
                meant(drafts, node, "attributeResource")
                        .filter(iri ->
                                !iri.contains("://")
                                        || !intake.meant(Optional.of(iri), "").isEmpty())
                        .or(() -> text(drafts, node, "attributeLiteral"))
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

    /** A finding; its issue is any of the IRIs and names that the graph knows one by. */
    private void finding(Graph drafts, Node node) {
        var place = place(drafts, node);
        var subject = subject(drafts, node);
        var given = objects(drafts, node, "issue");
        var issue = given.stream().flatMap(o -> intake.issue(name(o)).stream()).findFirst();
        if (subject.isEmpty() || issue.isEmpty()) {
            intake.leaveAside(
                    0,
                    place
                            + " is left aside: no issue of the graph is called or matches "
                            + given.stream().map(RdfDrafts::name).collect(joining(", ")));
            return;
        }
        var id = id(drafts, node);
        if (id.isEmpty()) return;
        var claim = intake.claim("IssueFinding", id.get(), 0, place, author);
        claim.stance("stated");
        claim.mention(issue.get(), Vocabulary.term("issue"));
        var thing =
                claim.named(subject.get().kind(), subject.get().name(), Vocabulary.term("about"));
        claim.send(
                thing.map(Named::label).orElse("") + ": " + issue.get().label(),
                thing.map(Named::labelZh).orElse("") + "：" + issue.get().labelZh());
    }

    private static String name(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private record Printed(String kind, String name) {}

    /**
     * The subject: an IRI that means something here, else a name whose datatype tells the kind,
     * such as {@code mg:Dataset}; else it is a model.
     */
    private Optional<Printed> subject(Graph drafts, Node node) {
        var named =
                objects(drafts, node, "about").stream()
                        .filter(Node::isLiteral)
                        .map(o ->
                                new Printed(
                                        kind(o.getLiteralDatatypeURI()), o.getLiteralLexicalForm()))
                        .findFirst();
        var iri = meant(drafts, node, "about").filter(i -> i.startsWith(Prefixes.BASE));
        return iri.map(i -> new Printed(named.map(Printed::kind).orElse("model"), i))
                .or(() -> named);
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
