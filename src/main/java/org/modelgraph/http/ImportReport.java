package org.modelgraph.http;

import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Version;
import org.modelgraph.http.pages.ImportPage;
import org.modelgraph.imports.FileOutcome;
import org.modelgraph.imports.KeptReport;
import org.modelgraph.imports.RdfReport;
import org.modelgraph.imports.WordReport;
import org.modelgraph.ingest.format.Format;
import org.modelgraph.naming.Candidate;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Negotiation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to an import: its report, in the form that the client wants. */
record ImportReport(
        Format format, boolean dryRun, Version version, KeptReport kept, WordReport words) {
    /** The forms of a report. */
    enum Form {
        JSON("application/json"),
        HTML("text/html", "application/xhtml+xml"),
        WORDS("text/plain"),
        TURTLE("text/turtle"),
        JSON_LD("application/ld+json"),
        N_TRIPLES("application/n-triples"),
        RDF_XML("application/rdf+xml");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> types;

        Form(String... types) {
            this.types = List.of(types);
        }

        /**
         * The form that a client wants.
         *
         * @throws Problem 406 where it wants another one
         */
        static Form of(Exchange exchange) {
            return Negotiation.of(exchange.accept())
                    .choose(List.of(values()), form -> form.types)
                    .orElseThrow(() ->
                            Problem.of(
                                            Problem.Kind.NOT_ACCEPTABLE,
                                            "The report has no form that is accepted.")
                                    .hint(
                                            "There are application/json, text/html, text/plain,"
                                                + " text/turtle, application/ld+json,"
                                                + " application/n-triples, application/rdf+xml."));
        }
    }

    void send(Exchange exchange, Site site, Form form) {
        exchange.context().header("Modelgraph-Version", version.toString());
        var status = nothingCameIn() ? 422 : 200;
        switch (form) {
            case JSON -> CatalogEndpoint.json(exchange, document());
            case HTML ->
                    exchange.page(
                            status,
                            site.pages()
                                    .imported(
                                            new ImportPage(
                                                    site.frame(exchange),
                                                    format.name(),
                                                    dryRun,
                                                    kept)));
            case WORDS ->
                    exchange.context()
                            .contentType("text/plain;charset=utf-8")
                            .result(String.join("\n", words.lines()) + "\n");
            case TURTLE -> sendGraph(exchange, site, org.modelgraph.sparql.Format.TURTLE);
            case JSON_LD -> sendGraph(exchange, site, org.modelgraph.sparql.Format.JSON_LD);
            case N_TRIPLES -> sendGraph(exchange, site, org.modelgraph.sparql.Format.N_TRIPLES);
            case RDF_XML -> sendGraph(exchange, site, org.modelgraph.sparql.Format.RDF_XML);
        }
        exchange.context().status(status);
    }

    /** True where every file is broken. */
    private boolean nothingCameIn() {
        return kept.files().stream().allMatch(f -> f.state() == FileOutcome.State.BROKEN);
    }

    private void sendGraph(Exchange exchange, Site site, org.modelgraph.sparql.Format syntax) {
        var graph = GraphFactory.createDefaultGraph();
        try (var rdf = new RdfReport(StreamRDFLib.graph(graph), format.name(), RdfReport::sent)) {
            kept.tell(rdf);
        }
        site.sendGraph(exchange, graph, syntax);
    }

    private Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", format.name());
        document.put("dryRun", dryRun);
        document.put("version", version.toString());
        document.put("claims", words.claims());
        document.put("files", kept.files().stream().map(ImportReport::file).toList());
        document.put("notes", kept.notes().stream().map(ImportReport::note).toList());
        document.put("notesOmitted", kept.omitted());
        return document;
    }

    private static Map<String, Object> file(FileOutcome outcome) {
        var file = new LinkedHashMap<String, Object>();
        file.put("file", outcome.file());
        file.put("state", outcome.state().slug());
        file.put("claims", outcome.claims());
        file.put("leftAside", outcome.leftAside());
        file.put("graph", outcome.graph());
        return file;
    }

    private static Map<String, Object> note(KeptReport.Told told) {
        var note = new LinkedHashMap<String, Object>();
        note.put("kind", told.note().kind().slug());
        note.put("file", told.file());
        note.put("line", told.note().line());
        note.put("words", told.note().words());
        note.put(
                "candidates",
                told.note().candidates().stream().map(ImportReport::candidate).toList());
        return note;
    }

    private static Map<String, Object> candidate(Candidate candidate) {
        var document = new LinkedHashMap<String, Object>();
        document.put("iri", candidate.thing().node().getURI());
        document.put("label", candidate.thing().label());
        document.put("score", Math.round(candidate.score() * 100) / 100.0);
        return document;
    }
}
