package org.modelgraph.command;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.export.Export;
import org.modelgraph.export.GraphExport;
import org.modelgraph.export.Knowledge;
import org.modelgraph.export.TextExport;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Prefixes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Things in a format of others, each in a file: {@code DIR/KIND/NAME.EXT}. */
final class ExportedFiles {
    private final Export export;
    private final Path directory;

    ExportedFiles(Export export, Path directory) {
        this.export = export;
        this.directory = directory;
    }

    /**
     * Writes them.
     *
     * @param only the kind and name of the one thing that is wanted
     * @return how many files were written
     */
    int write(Knowledge knowledge, Optional<String> only) {
        var things =
                only.map(name -> List.of(NodeFactory.createURI(Prefixes.BASE + name)))
                        .orElseGet(() -> all(knowledge));
        for (var thing : things) write(knowledge, thing);
        return things.size();
    }

    private List<Node> all(Knowledge knowledge) {
        return export.kinds().stream().flatMap(kind -> knowledge.ofKind(kind).stream()).toList();
    }

    private void write(Knowledge knowledge, Node thing) {
        var path = knowledge.thing(thing).path();
        try {
            switch (export) {
                case TextExport text ->
                        Files.writeString(
                                file(path + "." + text.extension()), text.text(knowledge, thing));
                case GraphExport graph -> {
                    var syntax = graph.syntaxes().getFirst();
                    var quads = graph.quads(knowledge, thing);
                    try (var out =
                            new BufferedOutputStream(
                                    Files.newOutputStream(file(path + "." + syntax.extension())))) {
                        if (quads.listGraphNodes().hasNext())
                            AnswerWriter.write(quads, syntax, out);
                        else AnswerWriter.write(quads.getDefaultGraph(), syntax, out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String path) throws IOException {
        var file = directory.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return file;
    }
}
