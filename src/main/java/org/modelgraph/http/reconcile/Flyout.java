package org.modelgraph.http.reconcile;

import org.modelgraph.browse.Names;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.Texts;

/** A few words about a thing, as HTML for pages of others. */
final class Flyout {
    /** Any page may frame a preview, which runs no scripts and reaches nothing. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors *; sandbox allow-popups"
                    + " allow-popups-to-escape-sandbox";

    private Flyout() {}

    /** The name, kind and definition of what has an id; the id alone where nothing does. */
    static String html(Names names, String id, String language) {
        var iri = Identifier.iri(id);
        if (!names.knows(iri)) return "<p>" + escaped(id) + "</p>";
        return "<p><strong>"
                + escaped(names.of(iri, language).label())
                + "</strong> <small>"
                + escaped(kind(iri, language))
                + "</small></p><p>"
                + escaped(definition(names, iri, language))
                + "</p>";
    }

    /** The same as a page, with a link to the page of the thing. */
    static String page(Addresses addresses, Names names, String iri, String language) {
        return """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="robots" content="noindex"><base target="_blank">
        <title>%s</title><link rel="stylesheet" href="%s"></head>
        <body class="embed"><main>%s
        <p><a href="%s">%s</a></p></main></body>
        </html>
        """
                .formatted(
                        language,
                        escaped(names.of(iri, language).label()),
                        escaped(addresses.asset("modelgraph.css")),
                        html(names, Identifier.ofThing(iri), language),
                        escaped(addresses.whole(addresses.page(iri))),
                        escaped(Identifier.ofThing(iri)));
    }

    private static String definition(Names names, String iri, String language) {
        return names.definition(iri, language).map(Names.Word::text).orElse("");
    }

    private static String kind(String iri, String language) {
        return Kind.of(iri).map(k -> Texts.of(language).get("kind." + k.segment())).orElse("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
