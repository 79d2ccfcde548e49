package org.modelgraph.http.pages;

import org.modelgraph.sparql.Format;

import java.util.ArrayList;
import java.util.List;

/**
 * The links of a page about a thing for programs that read headers only (RFC 8288): its data in
 * every syntax, its canonical address, its licence, and the relations of Signposting ({@code
 * cite-as} of RFC 8574, {@code type}).
 */
public final class Signposts {
    private static final List<Format> FORMATS =
            List.of(Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES, Format.RDF_XML);

    private Signposts() {}

    /** The value of the Link header of the page of a thing. */
    public static String of(Addresses addresses, String iri) {
        var links = new ArrayList<String>();
        for (var format : FORMATS)
            links.add(
                    link(addresses.data(iri, format.extension()), "alternate")
                            + "; type=\""
                            + format.contentType().replaceFirst(";.*", "")
                            + "\"");
        links.add(link(addresses.data(iri, "ttl"), "describedby") + "; type=\"text/turtle\"");
        links.add(link(addresses.whole(addresses.page(iri)), "canonical"));
        links.add(link(iri, "cite-as"));
        links.add(link("https://schema.org/" + StructuredData.type(iri), "type"));
        links.add(link("https://creativecommons.org/licenses/by/4.0/", "license"));
        return String.join(", ", links);
    }

    private static String link(String address, String relation) {
        return "<" + address.replace(">", "%3E") + ">; rel=\"" + relation + "\"";
    }
}
