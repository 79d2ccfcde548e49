package org.modelgraph.http;

import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.workbench.SavedTexts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queries with short addresses: {@code POST /q} keeps a text, {@code /q/HASH} answers it, {@code
 * /q/HASH.csv} in a format, {@code /q/HASH.rq} is the text.
 */
final class SharedQueryEndpoint implements Endpoint {
    private final Site site;
    private final Answering answering;
    private final SavedTexts kept;

    SharedQueryEndpoint(Site site, Answering answering, SavedTexts kept) {
        this.site = site;
        this.answering = answering;
        this.kept = kept;
    }

    @Override
    public void open(Routing routing) {
        routing.post("/q", this::keep);
        routing.get("/q/{name}", this::answer);
    }

    /** Keeps a query that could run. */
    void keep(Exchange exchange) {
        var text = exchange.text();
        Guard.check(new QueryReader(site.terms()).read(text).query(), site.federation());
        var name = kept.keep(text);
        var address = site.publicBase(exchange) + "/q/" + name;
        exchange.context().status(201).header("Location", address);
        CatalogEndpoint.json(exchange, Map.of("hash", name, "address", address));
    }

    /** Answers a query that was kept, or gives its text. */
    void answer(Exchange exchange) {
        var path = exchange.context().pathParam("name");
        var dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        var ending = dot < 0 ? Optional.<String>empty() : Optional.of(path.substring(dot + 1));
        var text =
                kept.find(name)
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.NOT_FOUND,
                                                "No query is kept as " + name + ".")
                                        .hint("It may have been let go for newer ones."));
        if (ending.equals(Optional.of("rq")) || wantsText(exchange, ending)) send(exchange, text);
        else
            answering.answer(
                    exchange,
                    new SparqlRequest.Ask(
                            text,
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            ending.or(() -> exchange.parameter("format")),
                            false));
    }

    private static boolean wantsText(Exchange exchange, Optional<String> ending) {
        return ending.isEmpty() && exchange.accept().contains(SparqlRequest.QUERY_TYPE);
    }

    private static void send(Exchange exchange, String text) {
        exchange.vary();
        exchange.context()
                .contentType(SparqlRequest.QUERY_TYPE)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .result(text.getBytes(StandardCharsets.UTF_8));
    }
}
