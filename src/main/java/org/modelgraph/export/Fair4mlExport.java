package org.modelgraph.export;

import static org.modelgraph.export.Assertions.SCHEMA;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

import java.util.Optional;

/** FAIR4ML: the model, and each result as an evaluation of it. */
final class Fair4mlExport {
    private static final String FAIR4ML = "https://w3id.org/fair4ml#";
    private static final String NAME = SCHEMA + "name";

    private Fair4mlExport() {}

    static DatasetGraph quads(Knowledge knowledge, Node node) {
        var model = knowledge.thing(node);
        var out = new Assertions();
        out.type(node, FAIR4ML + "MLModel").text(node, NAME, model.label());
        for (var attribute : knowledge.attributes(model)) attribute(out, node, attribute);
        for (var result : knowledge.results(model)) result(out, result);
        return out.quads();
    }

    private static void attribute(Assertions out, Node model, AttributeFacts attribute) {
        switch (attribute.attribute()) {
            case "licenceName" -> out.text(model, SCHEMA + "license", attribute.text());
            case "releasedOn" -> out.day(model, SCHEMA + "datePublished", attribute.text());
            case "developedBy" -> thing(out, model, SCHEMA + "author", attribute.thing());
            case "derivedFrom" -> thing(out, model, FAIR4ML + "fineTunedFrom", attribute.thing());
            case "trainedOn" -> thing(out, model, FAIR4ML + "trainedOn", attribute.thing());
            default -> {}
        }
    }

    private static void thing(
            Assertions out, Node subject, String property, Optional<Thing> value) {
        value.ifPresent(thing -> out.thing(subject, property, thing, NAME));
    }

    private static void result(Assertions out, ResultFacts result) {
        var evaluation = result.claim();
        var value = NodeFactory.createBlankNode();
        out.type(evaluation, FAIR4ML + "MLModelEvaluation")
                .add(evaluation, FAIR4ML + "evaluatedMLModel", result.model().node())
                .thing(evaluation, FAIR4ML + "evaluationDataset", result.benchmark(), NAME)
                .add(evaluation, FAIR4ML + "evaluationResults", value)
                .type(value, SCHEMA + "PropertyValue")
                .text(value, NAME, result.metric().label())
                .add(value, SCHEMA + "propertyID", result.metric().node())
                .text(value, SCHEMA + "value", result.signed())
                .text(value, SCHEMA + "unitText", result.unit());
        result.setting()
                .ifPresent(setting ->
                        out.thing(evaluation, SCHEMA + "measurementTechnique", setting, NAME));
        result.source()
                .ifPresent(source ->
                        out.add(evaluation, SCHEMA + "isBasedOn", source.node())
                                .text(source.node(), NAME, source.label()));
    }
}
