package org.modelgraph.http.browse;

import org.modelgraph.browse.Thing;
import org.modelgraph.graph.View;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Sheet;
import org.modelgraph.http.pages.panel.Slot;
import org.modelgraph.sparql.Prefixes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The ontology and its vocabularies, and the dataset, told from the graph itself. */
public final class OntologyEndpoint implements Endpoint {
    private static final String SCHEME = "http://www.w3.org/2004/02/skos/core#ConceptScheme";

    private final Sheets sheets;

    /** An endpoint over a site. */
    public OntologyEndpoint(Site site, PanelReader panels) {
        this.sheets = new Sheets(site, panels);
    }

    @Override
    public void open(Routing routing) {
        routing.get("/ontology", e -> sheets.send(e, (_, view, frame) -> ontology(view, frame)));
        routing.get("/ontology/vocabulary", e -> sheets.send(e, this::vocabulary));
        routing.get("/dataset", e -> sheets.send(e, (_, view, frame) -> dataset(view, frame)));
    }

    private static String name(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private Sheet ontology(View view, Frame frame) {
        var slots =
                List.of(
                        new Slot("ontology/links", "", Form.CLASSES, 12, false),
                        new Slot("ontology/classes", "", Form.TABLE, 12, true),
                        new Slot("ontology/properties", "", Form.TABLE, 12, true),
                        new Slot("ontology/alignments", "", Form.TABLE, 12, true));
        return new Sheet(
                "ontology",
                schemes(view, frame, ""),
                List.of(),
                sheets.panels(view, frame, slots),
                downloads(frame));
    }

    private static List<Sheet.Link> downloads(Frame frame) {
        var iri = Prefixes.BASE + "ns";
        return List.of(
                new Sheet.Link("Turtle", frame.addresses().data(iri, "ttl"), false),
                new Sheet.Link("JSON-LD", frame.addresses().data(iri, "jsonld"), false),
                new Sheet.Link("RDF/XML", frame.addresses().data(iri, "rdf"), false),
                new Sheet.Link(
                        frame.texts().get("mappings.headline"),
                        frame.link(frame.addresses().at("/mappings")),
                        false));
    }

    private List<Sheet.Link> schemes(View view, Frame frame, String shown) {
        var index = sheets.site().index(view);
        return index.members(SCHEME).stream()
                .filter(iri -> iri.startsWith(Prefixes.BASE))
                .map(iri -> index.names().of(iri, frame.language()))
                .sorted(Comparator.comparing(Thing::label))
                .map(t ->
                        new Sheet.Link(
                                t.label(),
                                frame.link(
                                        frame.addresses().basePath()
                                                + "/ontology/vocabulary?scheme="
                                                + name(t.iri())),
                                name(t.iri()).equals(shown)))
                .toList();
    }

    private Sheet vocabulary(Exchange exchange, View view, Frame frame) {
        var scheme = exchange.parameter("scheme").orElse("limitation");
        var given = Map.of("scheme", List.of(Prefixes.BASE + scheme));
        return new Sheet(
                "vocabulary",
                schemes(view, frame, scheme),
                List.of(),
                sheets.one(view, frame, "ontology/tree", Form.TREE, given),
                List.of());
    }

    private Sheet dataset(View view, Frame frame) {
        var slots =
                List.of(
                        half("ontology/classes"),
                        half("ontology/properties"),
                        half("graph/claims-by-status"),
                        half("dataset/languages"),
                        half("dataset/links"),
                        new Slot("graph/sources", "", Form.TABLE, 12, true));
        var base = frame.addresses().basePath();
        var links =
                List.of(
                        new Sheet.Link(
                                frame.texts().get("dumps.title"),
                                frame.link(base + "/dumps"),
                                false),
                        new Sheet.Link("VoID", base + "/.well-known/void", false),
                        new Sheet.Link("SPARQL", frame.link(base + "/sparql"), false),
                        new Sheet.Link("OpenAPI", base + "/api/openapi.json", false),
                        new Sheet.Link(
                                "CC BY 4.0",
                                "https://creativecommons.org/licenses/by/4.0/",
                                false));
        return new Sheet("dataset", List.of(), List.of(), sheets.panels(view, frame, slots), links);
    }

    private static Slot half(String question) {
        return new Slot(question, "", Form.TABLE, 6, true);
    }
}
