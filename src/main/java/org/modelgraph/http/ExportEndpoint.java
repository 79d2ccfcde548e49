package org.modelgraph.http;

import org.apache.jena.graph.NodeFactory;
import org.modelgraph.export.Context;
import org.modelgraph.export.Export;
import org.modelgraph.export.Exports;
import org.modelgraph.export.GraphExport;
import org.modelgraph.export.Knowledge;
import org.modelgraph.export.TextExport;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;
import org.modelgraph.sparql.Prefixes;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Things in the formats of others: {@code /export/FORMAT/KIND/NAME}, in RDF also with the ending of
 * a syntax; the list of formats at {@code /export}; our JSON-LD context and frames.
 */
final class ExportEndpoint implements Endpoint {
    private final Site site;

    ExportEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/export", this::list);
        routing.get("/export/{format}/{kind}/<name>", this::export);
        routing.get(
                "/context.jsonld", e -> jsonLd(e, site.read(v -> Context.text(v.everything()))));
        routing.get("/frames/{class}", this::frame);
    }

    private void list(Exchange exchange) {
        CatalogEndpoint.json(
                exchange,
                Map.of(
                        "exports",
                        Exports.all().stream()
                                .map(export -> {
                                    var entry = new LinkedHashMap<String, Object>();
                                    entry.put("name", export.name());
                                    entry.put("title", export.title());
                                    entry.put("kinds", export.kinds());
                                    entry.put("holds", export.holds());
                                    return entry;
                                })
                                .toList()));
    }

    private void export(Exchange exchange) {
        var export = Exports.named(exchange.context().pathParam("format"));
        var kind = exchange.context().pathParam("kind");
        if (!export.kinds().contains(kind))
            throw Problem.of(
                            Problem.Kind.NOT_FOUND,
                            export.title() + " has no place for things of the kind " + kind + ".")
                    .hint("It is for: " + String.join(", ", export.kinds()) + ".");
        var name = exchange.context().pathParam("name");
        switch (export) {
            case TextExport text -> send(exchange, text, kind, name);
            case GraphExport graph -> send(exchange, graph, kind, name);
        }
    }

    private void send(Exchange exchange, TextExport export, String kind, String name) {
        var ending = "." + export.extension();
        var local =
                name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        var iri = Prefixes.BASE + kind + "/" + local;
        var text = site.read(view -> export.text(knowledge(view), NodeFactory.createURI(iri)));
        head(exchange, local + ending);
        exchange.context().contentType(export.mediaType()).result(text);
    }

    private void send(Exchange exchange, GraphExport export, String kind, String name) {
        var dot = name.lastIndexOf('.');
        var named =
                Format.ofExtension(name.substring(dot + 1))
                        .filter(f -> dot > 0 && export.syntaxes().contains(f));
        var syntax = named.orElseGet(() -> negotiated(exchange, export));
        var local = named.isPresent() ? name.substring(0, dot) : name;
        var iri = Prefixes.BASE + kind + "/" + local;
        var out = new ByteArrayOutputStream();
        site.read(view -> {
            var quads = export.quads(knowledge(view), NodeFactory.createURI(iri));
            if (quads.listGraphNodes().hasNext()) AnswerWriter.write(quads, syntax, out);
            else AnswerWriter.write(quads.getDefaultGraph(), syntax, out);
            return true;
        });
        head(exchange, local + "." + syntax.extension());
        exchange.context().contentType(syntax.contentType()).result(out.toByteArray());
    }

    private static Format negotiated(Exchange exchange, Export export) {
        var offers = ((GraphExport) export).syntaxes();
        return Negotiation.of(exchange.accept())
                .choose(offers, f -> java.util.List.of(f.mediaType()))
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        export.title() + " is in none of the accepted formats.")
                                .hint(
                                        "There are "
                                                + offers.stream()
                                                        .map(Format::mediaType)
                                                        .collect(
                                                                java.util.stream.Collectors.joining(
                                                                        ", "))
                                                + "."));
    }

    private static Knowledge knowledge(View view) {
        return new Knowledge(view.everything());
    }

    private static void head(Exchange exchange, String file) {
        exchange.vary();
        exchange.context()
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + file.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }

    private void frame(Exchange exchange) {
        var name = exchange.context().pathParam("class").replaceFirst("\\.jsonld$", "");
        var frame =
                Optional.of(name)
                        .filter(n -> n.matches("[A-Z][A-Za-z]*"))
                        .map(n -> site.read(v -> Context.frame(v.everything(), n)));
        jsonLd(
                exchange,
                frame.orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "'" + name + "' is no class.")
                                .hint("For example /frames/Model.jsonld")));
    }

    private static void jsonLd(Exchange exchange, String document) {
        exchange.vary();
        exchange.context().contentType(Format.JSON_LD.contentType()).result(document);
    }
}
