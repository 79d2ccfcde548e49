package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.access.Principal;
import org.modelgraph.graph.ReviewedNames;
import org.modelgraph.graph.Version;
import org.modelgraph.imports.Import;
import org.modelgraph.imports.KeptReport;
import org.modelgraph.imports.Report;
import org.modelgraph.imports.Terminology;
import org.modelgraph.imports.WordReport;
import org.modelgraph.ingest.format.Format;
import org.modelgraph.ingest.format.FormatMapping;
import org.modelgraph.ingest.format.Formats;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Files of other formats, sent by clients that may write: {@code POST /imports/FORMAT}, answered
 * with the report; and what can be imported, with the mapping files, to read.
 */
final class ImportEndpoint implements Endpoint {
    private static final int MOST_NOTES = 20_000;
    private static final int SHOWN_NOTES = 1_000;

    private final Site site;
    private final Writing writing;
    private final long uploadLimit;
    private final Optional<Path> ontology;

    /**
     * The endpoint.
     *
     * @param uploadLimit the most bytes of all files of a request
     * @param ontology the directory with the reviewed names; those that travel in the program where
     *     empty
     */
    ImportEndpoint(Site site, Writing writing, long uploadLimit, Optional<Path> ontology) {
        this.site = site;
        this.writing = writing;
        this.uploadLimit = uploadLimit;
        this.ontology = ontology;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/imports", this::list);
        routing.get("/imports/{format}", e -> mapping(e, format(e).name() + ".yaml"));
        routing.get(
                "/imports/{format}/{file}",
                e -> mapping(e, format(e).name() + "/" + e.context().pathParam("file")));
        routing.post("/imports/{format}", this::take);
    }

    /** What can be imported. */
    private void list(Exchange exchange) {
        var base = site.addresses(exchange);
        CatalogEndpoint.json(
                exchange,
                Map.of(
                        "formats",
                        Formats.all().stream()
                                .map(format -> {
                                    var entry = new LinkedHashMap<String, Object>();
                                    entry.put("name", format.name());
                                    entry.put(
                                            "import",
                                            base.whole(base.at("/imports/" + format.name())));
                                    FormatMapping.text(format.name() + ".yaml")
                                            .ifPresent(_ ->
                                                    entry.put(
                                                            "mapping",
                                                            base.whole(
                                                                    base.at(
                                                                            "/imports/"
                                                                                    + format
                                                                                            .name()))));
                                    return entry;
                                })
                                .toList()));
    }

    /** A mapping file of a format. */
    private static void mapping(Exchange exchange, String file) {
        var text =
                FormatMapping.text(file)
                        .orElseThrow(() ->
                                Problem.of(
                                        Problem.Kind.NOT_FOUND,
                                        "There is no mapping file " + file + "."));
        exchange.context()
                .contentType(
                        file.endsWith(".rq")
                                ? "application/sparql-query"
                                : "application/yaml;charset=utf-8")
                .result(text);
    }

    private static Format format(Exchange exchange) {
        var name = exchange.context().pathParam("format");
        return Formats.all().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "'" + name + "' is no format.")
                                .hint("The formats are " + Formats.names() + "."));
    }

    /** Imports what the client sends. */
    private void take(Exchange exchange) {
        var client = writing.require(exchange);
        var format = format(exchange);
        var form = ImportReport.Form.of(exchange);
        var dryRun = exchange.parameter("dry-run").filter(v -> !v.equals("false")).isPresent();
        var kept = new KeptReport(MOST_NOTES);
        var words = new WordReport(SHOWN_NOTES);
        try (var files = ReceivedFiles.of(exchange, uploadLimit)) {
            var inputs = files.inputs(format);
            var options = options(exchange, client, files.mapping(), dryRun);
            Callable<Version> work =
                    () ->
                            new Import(format, options, site.store())
                                    .run(inputs, Report.both(kept, words), (_, _) -> {});
            var version = dryRun ? writing.rehearse(work) : writing.inTurn(exchange, client, work);
            new ImportReport(format, dryRun, version, kept, words).send(exchange, site, form);
        }
    }

    private Import.Options options(
            Exchange exchange, Principal client, Optional<Path> mapping, boolean dryRun) {
        return new Import.Options(
                site.read(Terminology::of),
                GraphFactory.createDefaultGraph(),
                ReviewedNames.read(ontology),
                mapping,
                exchange.parameter("graph").map(ImportEndpoint::graph),
                unknown(exchange.parameter("unknown").orElse("own")),
                dryRun,
                Writing.attribution(exchange, client),
                graph -> Writing.permit(client, graph));
    }

    private static Node graph(String iri) {
        if (!GraphStoreEndpoint.IRI.matcher(iri).matches())
            throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + iri + "' is no absolute IRI.")
                    .hint("For example ?graph=https://example.org/my-graph");
        return NodeFactory.createURI(iri);
    }

    private static Naming.Unknown unknown(String word) {
        return switch (word) {
            case "own" -> Naming.Unknown.OWN;
            case "leave" -> Naming.Unknown.LEAVE;
            default ->
                    throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The parameter unknown is '" + word + "'; it should be own or leave.");
        };
    }
}
