package org.modelgraph.export;

import static org.modelgraph.export.Assertions.DCTERMS;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/** MLDCAT-AP: the record of a model in a catalogue. */
final class MldcatExport {
    private static final String IT6 = "http://data.europa.eu/it6/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    private MldcatExport() {}

    static DatasetGraph quads(Knowledge knowledge, Node node) {
        var model = knowledge.thing(node);
        var out = new Assertions();
        out.type(node, IT6 + "MachineLearningModel")
                .text(node, DCTERMS + "title", model.label())
                .text(node, DCTERMS + "identifier", model.iri());
        for (var attribute : knowledge.attributes(model)) attribute(out, node, attribute);
        return out.quads();
    }

    private static void attribute(Assertions out, Node model, AttributeFacts attribute) {
        switch (attribute.attribute()) {
            case "licenceName" -> {
                var licence = NodeFactory.createBlankNode();
                out.add(model, DCTERMS + "license", licence)
                        .type(licence, DCTERMS + "LicenseDocument")
                        .text(licence, LABEL, attribute.text());
            }
            case "releasedOn" -> out.day(model, DCTERMS + "issued", attribute.text());
            case "describedAs" -> out.text(model, DCTERMS + "description", attribute.text());
            case "developedBy" ->
                    attribute
                            .thing()
                            .ifPresent(maker ->
                                    out.thing(model, DCTERMS + "creator", maker, FOAF + "name")
                                            .type(maker.node(), FOAF + "Agent"));
            case "trainedOn" ->
                    attribute
                            .thing()
                            .ifPresent(data ->
                                    out.thing(model, IT6 + "trainedOn", data, DCTERMS + "title"));
            default -> {}
        }
    }
}
