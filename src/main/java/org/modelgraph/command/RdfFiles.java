package org.modelgraph.command;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.modelgraph.graph.Parsing;
import org.modelgraph.ingest.CountedInput;
import org.modelgraph.problem.Problem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Reads RDF files of any syntax, packed with gzip or not. */
final class RdfFiles {
    private RdfFiles() {}

    /**
     * Reads one file.
     *
     * @param progress is told how many bytes of the file are done
     * @throws Problem where the file is missing, of no known syntax, or broken (then with its
     *     place)
     */
    static void read(Path file, Parsing.Warnings warnings, LongConsumer progress, StreamRDF sink) {
        var name = file.getFileName().toString();
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        var lang = lang(file, plain);
        try (var counted = CountedInput.of(Files.newInputStream(file), progress);
                var in =
                        new BufferedInputStream(
                                plain.equals(name) ? counted : new GZIPInputStream(counted),
                                1 << 16)) {
            Parsing.parse(file.toString(), in, lang, warnings, sink);
        } catch (NoSuchFileException e) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no file " + file + ".").causedBy(e);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA, file + " can't be read: " + e.getMessage())
                    .causedBy(e);
        }
    }

    private static Lang lang(Path file, String name) {
        var lang = RDFLanguages.pathnameToLang(name);
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang)))
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                            file + " has no ending of an RDF syntax.")
                    .hint(
                            "Known endings: .ttl .nt .trig .nq .rdf .owl .jsonld .rj .trix, each"
                                    + " also with .gz.");
        return lang;
    }
}
