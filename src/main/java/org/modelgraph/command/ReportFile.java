package org.modelgraph.command;

import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.modelgraph.imports.FileOutcome;
import org.modelgraph.imports.RdfReport;
import org.modelgraph.imports.Report;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.problem.Problem;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The whole report of an import in a file: as RDF or in words, by the file's ending. */
final class ReportFile implements Report, AutoCloseable {
    private final Report report;
    private final AutoCloseable end;

    private ReportFile(Report report, AutoCloseable end) {
        this.report = report;
        this.end = end;
    }

    /** Opens the file; without one, the report goes nowhere. */
    static ReportFile open(Optional<String> file, String format) {
        if (file.isEmpty()) return new ReportFile(Report.NONE, () -> {});
        var name = file.get();
        var syntax =
                name.endsWith(".ttl")
                        ? RDFFormat.TURTLE_BLOCKS
                        : name.endsWith(".nt") ? RDFFormat.NTRIPLES : null;
        if (syntax == null && !name.endsWith(".txt"))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "--report is '" + name + "'.")
                    .hint("Call the report .ttl, .nt or .txt.");
        var out = create(name);
        if (syntax == null) return inWords(out);
        var rdf =
                new RdfReport(
                        StreamRDFWriter.getWriterStream(out, syntax), format, RdfReport::path);
        return new ReportFile(
                rdf,
                () -> {
                    rdf.close();
                    out.close();
                });
    }

    private static ReportFile inWords(OutputStream out) {
        var writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
        return new ReportFile(
                new Report() {
                    @Override
                    public void note(String file, Note note) {
                        writer.println(note.kind().words() + ": " + Report.line(file, note));
                    }

                    @Override
                    public void file(FileOutcome outcome) {
                        writer.println(
                                outcome.file()
                                        + ": "
                                        + outcome.state().words()
                                        + ", claims: "
                                        + outcome.claims()
                                        + ", left aside: "
                                        + outcome.leftAside());
                    }
                },
                writer);
    }

    private static OutputStream create(String name) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(Path.of(name)), 1 << 16);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "--report: " + name + " can't be written: " + e.getMessage())
                    .causedBy(e);
        }
    }

    @Override
    public void note(String file, Note note) {
        report.note(file, note);
    }

    @Override
    public void file(FileOutcome outcome) {
        report.file(outcome);
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
