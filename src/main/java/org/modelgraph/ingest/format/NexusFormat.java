package org.modelgraph.ingest.format;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instance data of IBM's AI Atlas Nexus (LinkML YAML). Models, their results and risk incidents
 * become claims and incidents of ours; taxonomies, risks, actions and controls stay things of
 * theirs, under the IRIs of Nexus, with their links and mappings.
 */
public final class NexusFormat implements Format {
    static final String NEXUS = "https://w3id.org/ai-atlas-nexus/";

    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final Map<String, String> MAPPINGS =
            Map.of(
                    "close_mappings", SKOS + "closeMatch",
                    "exact_mappings", SKOS + "exactMatch",
                    "broad_mappings", SKOS + "broadMatch",
                    "narrow_mappings", SKOS + "narrowMatch",
                    "related_mappings", SKOS + "relatedMatch");
    private static final List<String> LINKS =
            List.of(
                    "isDefinedByTaxonomy",
                    "isDefinedByVocabulary",
                    "isPartOf",
                    "hasRelatedAction",
                    "hasRelatedRisk",
                    "isDetectedBy",
                    "detectsRiskConcept",
                    "requiresCapability",
                    "implementsCapability",
                    "isCategorizedAs",
                    "hasRule",
                    "broader",
                    "narrower");

    @Override
    public String name() {
        return "nexus";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public boolean surveys() {
        return true;
    }

    @Override
    public void survey(SourceFile file, Naming naming) {
        var root = file.text(DatumReader.yaml(file.shown(), 0, (_, _) -> {})::read);
        for (var section : root.fields().values())
            for (var item : section.items())
                item.text("id")
                        .ifPresent(id -> item.text("name").ifPresent(n -> naming.entitle(id, n)));
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var root = file.text(DatumReader.yaml(file.shown(), 0, intake::remark)::read);
        if (root.fields().values().stream().allMatch(v -> v.items().isEmpty())) {
            intake.leaveAside(1, "the file holds no lists of instances");
            return;
        }
        var author = intake.named("organization", "AI Atlas Nexus contributors", 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                "AI Atlas Nexus, " + file.fileName(),
                                "AI Atlas Nexus，" + file.fileName(),
                                author.get(),
                                "data-set",
                                file.name())
                        .at(Optional.of("https://github.com/IBM/ai-atlas-nexus")));
        var models = new NexusModels(intake, author.get(), root);
        root.fields()
                .forEach((section, value) -> {
                    var items = value.items();
                    for (var i = 0; i < items.size(); i++)
                        item(section, items.get(i), section + "[" + i + "]", models, intake);
                });
    }

    private static void item(
            String section, Datum item, String path, NexusModels models, Intake intake) {
        if (item.text("id").isEmpty()) {
            intake.leaveAside(item.line(), path + " is left aside: it has no id");
            return;
        }
        switch (section) {
            case "aimodels" -> models.model(item, path);
            case "aievalresults" -> models.result(item, path);
            case "riskincidents" -> incident(item, path, intake);
            default -> thing(section, item, path, intake);
        }
    }

    private static void incident(Datum item, String path, Intake intake) {
        var id = item.text("id").orElse("");
        var draft = new IncidentDraft(intake, id, item.text("name").orElse(id), item.line(), path);
        draft.told(item.text("description").or(() -> item.text("name")).orElse(id));
        draft.kind("incident");
        for (var risk : item.get("refersToRisk").items())
            risk.text()
                    .flatMap(r -> intake.issue(NEXUS + r))
                    .ifPresentOrElse(
                            draft::involves,
                            () ->
                                    intake.leaveAside(
                                            risk.line(),
                                            path
                                                    + ": no risk of the graph is an exact match of "
                                                    + risk.text().orElse("?")));
        draft.send();
    }

    private static void thing(String section, Datum item, String path, Intake intake) {
        var node = node(item.text("id").orElse(""));
        if (node.isEmpty()) {
            intake.leaveAside(item.line(), path + " is left aside: its id makes no IRI");
            return;
        }
        var triples = new ArrayList<Triple>();
        var type =
                item.text("type").orElse(section.replaceFirst("ies$", "y").replaceFirst("s$", ""));
        node(type).ifPresent(t -> triples.add(Triple.create(node.get(), RDF.type.asNode(), t)));
        item.text("name")
                .ifPresent(name ->
                        triples.add(
                                Triple.create(
                                        node.get(),
                                        RDFS.label.asNode(),
                                        Vocabulary.english(name))));
        triples.add(
                Triple.create(
                        node.get(),
                        DCTerms.source.asNode(),
                        Vocabulary.thing("source/" + intake.sourceName())));
        MAPPINGS.forEach((key, property) ->
                links(item, key, NodeFactory.createURI(property), node.get(), triples));
        for (var key : LINKS)
            links(item, key, NodeFactory.createURI(NEXUS + key), node.get(), triples);
        intake.take(new Finding(item.line(), path, true, triples));
    }

    private static void links(
            Datum item, String key, Node property, Node subject, List<Triple> triples) {
        for (var target : item.get(key).items())
            target.text()
                    .flatMap(NexusFormat::node)
                    .ifPresent(o -> triples.add(Triple.create(subject, property, o)));
    }

    /** The IRI that Nexus gives an id. */
    static Optional<Node> node(String id) {
        var iri = id.matches("https?://.*") ? id : NEXUS + id.strip().replace(" ", "%20");
        return SourceFacts.isAddress(iri)
                ? Optional.of(NodeFactory.createURI(iri))
                : Optional.empty();
    }

    /** A name for the claims of an item. */
    static String slug(Datum item) {
        return NormalName.slug(item.text("id").orElse("x").replace('.', ' '));
    }

    /** The label of what an id refers to, in this file or in another one of the import. */
    static Optional<String> title(Intake intake, Datum reference) {
        return reference.text().map(id -> intake.title(id).orElse(id));
    }

    /** The organisation that an id refers to. */
    static Optional<Named> organization(Intake intake, Datum reference) {
        return title(intake, reference)
                .flatMap(name -> intake.named("organization", name, reference.line()));
    }
}
