package org.modelgraph.http;

import io.javalin.http.UploadedFile;

import org.modelgraph.imports.InputFiles;
import org.modelgraph.ingest.format.Format;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a request, on disk while they are worked on: the body as one file, called by {@code
 * ?name=}, or the parts of a form, each called by its file name, folders included. A part {@code
 * mapping} is a mapping file.
 */
final class ReceivedFiles implements AutoCloseable {
    private static final String FORM = "multipart/form-data";
    private static final String MAPPING = "mapping";

    private final Path directory;
    private final long limit;
    private final List<InputFiles.Input> files = new ArrayList<>();
    private Optional<Path> mapping = Optional.empty();
    private long bytes;

    private ReceivedFiles(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /**
     * Receives them.
     *
     * @param limit the most bytes, all together
     * @throws Problem 400 for names that can't be, 413 where they are too large
     */
    static ReceivedFiles of(Exchange exchange, long limit) {
        if (exchange.context().req().getContentLengthLong() > limit)
            throw BoundedInput.tooLarge(limit);
        try {
            var received =
                    new ReceivedFiles(Files.createTempDirectory("modelgraph-received"), limit);
            try {
                received.receive(exchange);
                return received;
            } catch (RuntimeException e) {
                received.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(Exchange exchange) {
        if (!exchange.contentType().toLowerCase(Locale.ROOT).startsWith(FORM)) {
            var name = exchange.parameter("name").orElseGet(() -> named(exchange.contentType()));
            keep(name, exchange.body()).ifPresent(p -> files.add(input(p, name)));
            return;
        }
        for (var part : parts(exchange).entrySet())
            for (var file : part.getValue()) {
                var kept = keep(file.filename(), file.content());
                if (part.getKey().equals(MAPPING)) mapping = kept;
                else kept.ifPresent(p -> files.add(input(p, file.filename())));
            }
    }

    private static Map<String, List<UploadedFile>> parts(Exchange exchange) {
        try {
            return exchange.context().uploadedFileMap();
        } catch (RuntimeException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The form can't be read.")
                    .hint("Send multipart/form-data with one part a file.")
                    .causedBy(e);
        }
    }

    /** A name with an ending by which the syntax of RDF is known. */
    private static String named(String contentType) {
        return "body"
                + org.modelgraph.sparql.Format.ofUpload(contentType)
                        .map(lang -> "." + lang.getFileExtensions().getFirst())
                        .orElse("");
    }

    private static InputFiles.Input input(Path path, String name) {
        return InputFiles.Input.named(path, plain(name));
    }

    private static String plain(String name) {
        return name.replace('\\', '/').replaceFirst("^(\\./)+", "");
    }

    private Optional<Path> keep(String name, InputStream content) {
        var plain = plain(name);
        var target = directory.resolve(plain).normalize();
        if (plain.isBlank() || plain.length() > 1000 || !isBelow(target))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "A file can't be called '" + name + "'.")
                    .hint("Use a relative path without '..', such as lab/model/README.md.");
        var bounded = new BoundedInput(content, limit - bytes);
        try (bounded) {
            Files.createDirectories(target.resolveSibling(""));
            bytes += Files.copy(bounded, target);
            return Optional.of(target);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, name + " can't be received.").causedBy(e);
        }
    }

    private boolean isBelow(Path target) {
        return target.startsWith(directory) && !target.equals(directory);
    }

    /**
     * The files to read: those that the format takes, or all where it takes none.
     *
     * @throws Problem where there is no file
     */
    List<InputFiles.Input> inputs(Format format) {
        if (files.isEmpty())
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The request holds no file.")
                    .hint("Send the file as the body, or files as the parts of a form.");
        var taken = files.stream().filter(f -> format.takes(f.name())).toList();
        return taken.isEmpty() ? List.copyOf(files) : taken;
    }

    Optional<Path> mapping() {
        return mapping;
    }

    @Override
    public void close() {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
