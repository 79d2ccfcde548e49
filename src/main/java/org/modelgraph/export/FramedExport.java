package org.modelgraph.export;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON-LD as a tree: the thing at the top, in the terms of our context (JSON-LD 1.1 Framing); what
 * is said of it by claims stands beside it in {@code @graph}.
 */
final class FramedExport {
    private FramedExport() {}

    static String text(Knowledge knowledge, Node node) {
        var told = Neighbourhood.of(knowledge, node);
        var frame = new LinkedHashMap<String, Object>();
        frame.put("@context", Context.of(knowledge.graph()));
        frame.put("@id", node.getURI());
        var reverse = new LinkedHashMap<String, Object>();
        reverse.put("claims", Map.of());
        if (told.contains(Node.ANY, Knowledge.term("about"), node)) {
            @SuppressWarnings("unchecked")
            var context = (Map<String, Object>) frame.get("@context");
            context.put("claims", Map.of("@reverse", Knowledge.NS + "about", "@container", "@set"));
            frame.putAll(reverse);
        }
        return framed(told, Document.json(frame));
    }

    private static String framed(Graph told, String frame) {
        var flat = RDFWriter.source(told).format(RDFFormat.JSONLD_PLAIN).asString();
        try {
            var tree =
                    JsonLd.frame(
                                    JsonDocument.of(new StringReader(flat)),
                                    JsonDocument.of(new StringReader(frame)))
                            .get();
            var out = new StringWriter();
            try (var writer =
                    Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                            .createWriter(out)) {
                writer.writeObject(tree);
            }
            return out.toString().strip() + "\n";
        } catch (JsonLdError e) {
            throw new IllegalStateException(e);
        }
    }
}
