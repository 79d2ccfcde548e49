package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Croissant 1.1 of a data set: what it is and who made it; the graph knows no files of it. */
final class CroissantExport {
    private static final String SPECIFICATION = "http://mlcommons.org/croissant/1.1";

    private CroissantExport() {}

    static String text(Knowledge knowledge, Node node) {
        var data = knowledge.thing(node);
        var attributes = knowledge.attributes(data);
        return Document.json(
                new Document()
                        .put("@context", context())
                        .put("@type", "sc:Dataset")
                        .put("@id", data.iri())
                        .put("conformsTo", SPECIFICATION)
                        .put("name", data.label())
                        .put("description", texts(attributes, "describedAs"))
                        .put("license", texts(attributes, "licenceName"))
                        .put("url", data.iri())
                        .put("datePublished", texts(attributes, "releasedOn").stream().findFirst())
                        .put(
                                "creator",
                                Knowledge.of(attributes, "developedBy").stream()
                                        .map(CroissantExport::maker)
                                        .toList())
                        .members());
    }

    private static List<String> texts(List<AttributeFacts> attributes, String name) {
        return Knowledge.of(attributes, name).stream()
                .map(AttributeFacts::text)
                .distinct()
                .toList();
    }

    private static Map<String, Object> maker(AttributeFacts developer) {
        return new Document()
                .put("@type", "sc:Organization")
                .put("@id", developer.thing().map(Thing::iri))
                .put("name", developer.text())
                .members();
    }

    private static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        return context;
    }
}
