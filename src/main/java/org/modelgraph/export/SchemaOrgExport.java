package org.modelgraph.export;

import static org.modelgraph.export.Assertions.SCHEMA;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.modelgraph.sparql.Prefixes;

/** schema.org: a model as a software application of the additional type Model, or a data set. */
final class SchemaOrgExport {
    private static final String NAME = SCHEMA + "name";

    private SchemaOrgExport() {}

    static DatasetGraph quads(Knowledge knowledge, Node node) {
        var thing = knowledge.thing(node);
        var out = new Assertions();
        if (node.getURI().startsWith(Prefixes.BASE + "dataset/"))
            out.type(node, SCHEMA + "Dataset");
        else
            out.type(node, SCHEMA + "SoftwareApplication")
                    .add(
                            node,
                            SCHEMA + "additionalType",
                            NodeFactory.createURI(Knowledge.NS + "Model"));
        out.text(node, NAME, thing.label())
                .text(
                        node,
                        SCHEMA + "alternateName",
                        knowledge.label(node, "zh").filter(zh -> !zh.equals(thing.label())));
        for (var attribute : knowledge.attributes(thing)) attribute(out, node, attribute);
        return out.quads();
    }

    private static void attribute(Assertions out, Node thing, AttributeFacts attribute) {
        switch (attribute.attribute()) {
            case "licenceName" -> out.text(thing, SCHEMA + "license", attribute.text());
            case "releasedOn" -> out.day(thing, SCHEMA + "datePublished", attribute.text());
            case "describedAs" -> out.text(thing, SCHEMA + "description", attribute.text());
            case "developedBy" ->
                    attribute
                            .thing()
                            .ifPresent(maker ->
                                    out.thing(thing, SCHEMA + "creator", maker, NAME)
                                            .type(maker.node(), SCHEMA + "Organization"));
            case "derivedFrom" ->
                    attribute
                            .thing()
                            .ifPresent(base -> out.thing(thing, SCHEMA + "isBasedOn", base, NAME));
            default -> {}
        }
    }
}
