package org.modelgraph.http.pages;

import org.modelgraph.export.Exports;
import org.modelgraph.sparql.Format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The links by which an answer is had as data. */
public record Downloads(List<Link> links) {
    /** A link and the name of the format that it leads to. */
    public record Link(String name, String address) {}

    static Downloads of(Frame frame, String query, Format.Kind kind) {
        var carried =
                frame.carried().stream()
                        .map(p -> "&" + p.name() + "=" + Addresses.encode(p.value()))
                        .collect(Collectors.joining());
        return new Downloads(
                kind.offers().stream()
                        .filter(f -> f != Format.HTML)
                        .map(f ->
                                new Link(
                                        name(f),
                                        frame.addresses().sparql(query)
                                                + carried
                                                + "&format="
                                                + f.extension()))
                        .toList());
    }

    /** The name by which people know a format. */
    static String name(Format format) {
        return switch (format) {
            case HTML -> "HTML";
            case JSON -> "JSON";
            case XML -> "XML";
            case CSV -> "CSV";
            case TSV -> "TSV";
            case TURTLE -> "Turtle";
            case JSON_LD -> "JSON-LD";
            case N_TRIPLES -> "N-Triples";
            case RDF_XML -> "RDF/XML";
            case TRIG -> "TriG";
            case N_QUADS -> "N-Quads";
        };
    }

    /** The links to the data about a thing. */
    static Downloads of(Frame frame, String iri) {
        var links = new ArrayList<Link>();
        for (var f : List.of(Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES, Format.RDF_XML))
            links.add(new Link(name(f), frame.addresses().data(iri, f.extension())));
        Kind.of(iri)
                .ifPresent(kind ->
                        Exports.of(kind.segment())
                                .forEach(export ->
                                        links.add(
                                                new Link(
                                                        export.title(),
                                                        frame.addresses()
                                                                .export(export.name(), iri)))));
        return new Downloads(links);
    }
}
