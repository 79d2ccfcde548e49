package org.modelgraph.http;

import org.modelgraph.dumps.Dump;
import org.modelgraph.dumps.Dumps;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything as files at {@code /dumps}: quads packed with gzip, their SHA-256, and VoID. A dump is
 * made once for each version, when it is first asked for; the last one is kept.
 */
final class DumpEndpoint implements Endpoint {
    private static final List<ChangesFormat> OFFERS =
            List.of(ChangesFormat.JSON, ChangesFormat.HTML);

    private final Site site;
    private final Dumps dumps;

    DumpEndpoint(Site site, Path directory) {
        this.site = site;
        this.dumps = new Dumps(directory);
    }

    @Override
    public void open(Routing routing) {
        routing.get("/dumps", this::list);
        routing.get("/dumps/void.ttl", this::description);
        routing.get("/dumps/SHA256SUMS", this::sums);
        routing.get("/dumps/{file}", this::file);
    }

    private Dump current() {
        return site.read(dumps::of);
    }

    private void list(Exchange exchange) {
        var format = ChangesFormat.negotiate(exchange, OFFERS);
        var dump = current();
        if (format == ChangesFormat.JSON) CatalogEndpoint.json(exchange, document(exchange, dump));
        else
            exchange.page(
                    200, site.pages().render("dumps", site.frame(exchange), Map.of("dump", dump)));
    }

    private Map<String, Object> document(Exchange exchange, Dump dump) {
        var base = site.addresses(exchange);
        var document = new LinkedHashMap<String, Object>();
        document.put("version", dump.version());
        document.put("triples", dump.triples());
        document.put("void", base.whole(base.at("/dumps/void.ttl")));
        document.put("sums", base.whole(base.at("/dumps/SHA256SUMS")));
        document.put(
                "files",
                dump.files().stream()
                        .map(file -> {
                            Map<String, Object> entry = new LinkedHashMap<>();
                            entry.put("file", base.whole(base.at("/dumps/" + file.name())));
                            entry.put("bytes", file.bytes());
                            entry.put("sha256", file.sha256());
                            return entry;
                        })
                        .toList());
        return document;
    }

    private void description(Exchange exchange) {
        site.sendGraph(
                exchange,
                current()
                        .description(p ->
                                site.addresses(exchange).whole(site.addresses(exchange).at(p))),
                Format.TURTLE);
    }

    private void sums(Exchange exchange) {
        exchange.context().contentType("text/plain;charset=utf-8").result(current().sums());
    }

    private void file(Exchange exchange) {
        var name = exchange.context().pathParam("file");
        var dump = current();
        var found =
                dump.files().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.of(Problem.Kind.NOT_FOUND, "There is no dump " + name + ".")
                                        .hint("/dumps lists them."));
        exchange.context()
                .header("ETag", "\"" + found.sha256() + "\"")
                .header("Repr-Digest", "sha-256=:" + found.digest() + ":")
                .contentType("application/gzip")
                .header("Content-Length", String.valueOf(found.bytes()));
        try {
            exchange.context().result(Files.newInputStream(found.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
