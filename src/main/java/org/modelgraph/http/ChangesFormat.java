package org.modelgraph.http;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which changes are told. */
enum ChangesFormat {
    HTML("html", "text/html", "text/html;charset=utf-8"),
    JSON("json", "application/json", "application/json"),
    ATOM("atom", "application/atom+xml", "application/atom+xml;charset=utf-8"),
    PATCH("rdfp", "application/rdf-patch", "application/rdf-patch;charset=utf-8");

    private final String extension;
    private final String mediaType;
    private final String contentType;

    ChangesFormat(String extension, String mediaType, String contentType) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }

    static Optional<ChangesFormat> ofExtension(String extension) {
        return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
    }

    /**
     * The form for a client.
     *
     * @param offers what there is, the preferred one first
     * @throws Problem 406 where the client takes none of them
     */
    static ChangesFormat negotiate(Exchange exchange, List<ChangesFormat> offers) {
        var named = exchange.parameter("format").flatMap(ChangesFormat::ofExtension);
        return named.filter(offers::contains)
                .or(() ->
                        Negotiation.of(exchange.accept()).choose(offers, f -> List.of(f.mediaType)))
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        "This is not told in a form that is accepted.")
                                .hint(
                                        "On offer: "
                                                + String.join(
                                                        ", ",
                                                        offers.stream()
                                                                .map(f -> f.mediaType)
                                                                .toList())
                                                + "."));
    }
}
