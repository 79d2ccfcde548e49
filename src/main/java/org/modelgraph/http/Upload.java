package org.modelgraph.http;

import io.javalin.http.UploadedFile;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.modelgraph.graph.Parsing;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The RDF that a request brings: as its body, or as the files of a form.
 *
 * @param data what was sent, read
 * @param isDump true of quads, which say themselves where they belong: TriG, N-Quads, and JSON-LD
 *     with named graphs
 */
record Upload(DatasetGraph data, boolean isDump) {
    private static final String FORM = "multipart/form-data";

    /**
     * Reads what was sent.
     *
     * @param limit the most bytes, unpacked
     * @param base what relative IRIs are relative to, if the text says nothing else
     * @throws Problem 400, 413 or 415 where it can't be read
     */
    static Upload of(Exchange exchange, long limit, String base) {
        if (exchange.context().req().getContentLengthLong() > limit)
            throw BoundedInput.tooLarge(limit);
        var data = DatasetGraphFactory.createGeneral();
        var quads = false;
        if (exchange.contentType().toLowerCase(Locale.ROOT).startsWith(FORM)) {
            for (var file : files(exchange))
                quads |= isQuads(read(file, exchange, limit, base, data));
        } else {
            var lang = Format.ofUpload(exchange.contentType());
            var known = lang.orElseThrow(() -> unknown(exchange.contentType()));
            parse("the body", exchange.body(), known, limit, base, data);
            quads = isQuads(known);
        }
        return new Upload(data, quads || data.listGraphNodes().hasNext());
    }

    private static boolean isQuads(Lang lang) {
        return RDFLanguages.isQuads(lang) && !RDFLanguages.isTriples(lang);
    }

    private static List<UploadedFile> files(Exchange exchange) {
        List<UploadedFile> files;
        try {
            files = exchange.context().uploadedFiles();
        } catch (RuntimeException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The form can't be read.")
                    .hint("Send multipart/form-data with one part a file.")
                    .causedBy(e);
        }
        if (files.isEmpty())
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The form holds no file.")
                    .hint("Send the data as a part with a file name.");
        return files;
    }

    private static Lang read(
            UploadedFile file, Exchange exchange, long limit, String base, DatasetGraph data) {
        var name = file.filename();
        var packed = name.endsWith(".gz");
        var type = Optional.ofNullable(file.contentType()).orElse("");
        var lang =
                Optional.ofNullable(RDFLanguages.filenameToLang(name))
                        .filter(Format::isText)
                        .or(() -> Format.ofUpload(type))
                        .orElseThrow(() -> unknown(type + " (" + name + ")"));
        var fingerprint = Fingerprint.of(exchange);
        fingerprint.add(name);
        try (var content = fingerprint.over(file.content());
                var plain = packed ? new GZIPInputStream(content) : content) {
            parse(name, plain, lang, limit, base, data);
            return lang;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, name + " can't be unpacked.").causedBy(e);
        }
    }

    private static void parse(
            String name, InputStream in, Lang lang, long limit, String base, DatasetGraph data) {
        var bounded = new BoundedInput(in, limit);
        try {
            Parsing.parseSound(name, bounded, lang, base, StreamRDFLib.dataset(data));
        } catch (Problem | UncheckedIOException e) {
            bounded.requireWithin();
            throw e;
        }
    }

    private static Problem unknown(String type) {
        return Problem.of(
                        Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                        "The body can't be read as '" + type + "'.")
                .hint(
                        "Send text/turtle, application/trig, application/n-triples,"
                                + " application/n-quads, application/ld+json or"
                                + " application/rdf+xml.");
    }
}
