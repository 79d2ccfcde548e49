package org.modelgraph.http.mapping;

import org.modelgraph.http.Exchange;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form in which something is told: a page, a table, JSON or a syntax of RDF.
 *
 * @param name the short name for {@code ?format=}
 * @param mediaTypes those that ask for it, the one that is sent first
 * @param rdf the syntax, where it is RDF
 */
record Form(String name, List<String> mediaTypes, Optional<Format> rdf) {
    static final Form HTML = new Form("html", List.of("text/html"), Optional.empty());
    static final Form JSON = new Form("json", List.of("application/json"), Optional.empty());
    static final Form SSSOM =
            new Form("tsv", List.of("text/tab-separated-values"), Optional.empty());

    /** The form that is RDF in a syntax. */
    static Form of(Format format) {
        return new Form(format.extension(), List.of(format.mediaType()), Optional.of(format));
    }

    /**
     * The form for a client.
     *
     * @param offers what there is, the preferred one first
     * @throws Problem 406 where the client takes none of them
     */
    static Form negotiate(Exchange exchange, List<Form> offers) {
        var named = exchange.parameter("format");
        var chosen =
                named.isPresent()
                        ? offers.stream()
                                .filter(f ->
                                        f.name.equals(named.get())
                                                || f.mediaTypes.contains(named.get()))
                                .findFirst()
                        : Negotiation.of(exchange.accept()).choose(offers, Form::mediaTypes);
        exchange.vary();
        return chosen.orElseThrow(() ->
                Problem.of(
                                Problem.Kind.NOT_ACCEPTABLE,
                                "This is not told in a form that is accepted.")
                        .hint(
                                offers.stream()
                                        .map(f -> f.mediaTypes.getFirst())
                                        .collect(Collectors.joining(", ", "On offer: ", "."))));
    }
}
