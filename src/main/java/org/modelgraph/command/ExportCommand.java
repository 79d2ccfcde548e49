package org.modelgraph.command;

import static java.util.stream.Collectors.joining;

import org.modelgraph.Setting;
import org.modelgraph.export.Export;
import org.modelgraph.export.Exports;
import org.modelgraph.export.Knowledge;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import picocli.CommandLine.Model.PositionalParamSpec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** {@code export}: everything in a store as one file, or things in the format of others. */
final class ExportCommand extends Command {
    ExportCommand() {
        super(
                "export",
                "Writes all quads of a store into one file: .nq or .trig, also with .gz. The file"
                        + " appears when it is whole. With --format, writes things in another"
                        + " format, each into a file of a directory.",
                Setting.DATABASE);
        option(
                "--format",
                "FORMAT",
                "One of "
                        + Exports.all().stream().map(Export::name).collect(joining(", "))
                        + "; FILE is a directory then.");
        option(
                "--thing",
                "KIND/NAME",
                "Only this thing; without it all things that the format describes.");
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE")
                                .type(Path.class)
                                .arity("1")
                                .required(true)
                                .index("0")
                                .description("The file to write.")
                                .build());
    }

    @Override
    public Integer call() throws IOException {
        Path file = given().matchedPositionalValue(0, Path.of("export.nq"));
        var format = Optional.ofNullable(given().matchedOptionValue("--format", (String) null));
        if (format.isEmpty()) return dump(file);
        var thing = Optional.ofNullable(given().matchedOptionValue("--thing", (String) null));
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph())) {
            var written =
                    store.read(view ->
                            new ExportedFiles(Exports.named(format.get()), file)
                                    .write(new Knowledge(view.everything()), thing));
            err().println("Wrote " + written + " files into " + file);
        }
        return 0;
    }

    private int dump(Path file) throws IOException {
        var name = file.getFileName().toString();
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        var format =
                Format.ofExtension(plain.substring(plain.lastIndexOf('.') + 1))
                        .filter(f -> f == Format.N_QUADS || f == Format.TRIG)
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.BAD_REQUEST,
                                                file + " ends in no syntax that holds quads.")
                                        .hint("Call it .nq or .trig, or .nq.gz or .trig.gz."));
        var part = file.resolveSibling(name + ".part");
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph());
                var out = open(part, !plain.equals(name))) {
            store.read(view -> {
                AnswerWriter.write(view.dataset(), format, out);
                return true;
            });
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        err().println(
                        "Wrote "
                                + file
                                + Optional.of(Files.size(file))
                                        .map(s -> " (" + s + " bytes)")
                                        .orElse(""));
        return 0;
    }

    private static OutputStream open(Path file, boolean packed) throws IOException {
        var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return packed ? new GZIPOutputStream(out) : out;
    }
}
