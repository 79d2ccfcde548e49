package org.modelgraph.replication;

import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.system.ErrorHandlerFactory;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The changes of an entry, as lines of RDF Patch. */
public sealed interface Content {
    /** Few changes, in memory. */
    final class Held implements Content {
        private final byte[] lines;

        public Held(byte[] lines) {
            this.lines = lines;
        }

        /** The lines, which nobody may change. */
        public byte[] lines() {
            return lines;
        }
    }

    /**
     * Many changes, in a file packed with gzip.
     *
     * @param passing whether the file was made for one reading
     */
    record Filed(Path file, boolean passing) implements Content {}

    /** The lines. */
    default InputStream open() throws IOException {
        return switch (this) {
            case Held held -> new ByteArrayInputStream(held.lines);
            case Filed(var file, _) ->
                    new BufferedInputStream(
                            new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
        };
    }

    /** The lines, packed with gzip. */
    default InputStream packed() throws IOException {
        return switch (this) {
            case Held held -> {
                var packed = new ByteArrayOutputStream();
                try (var out = new GZIPOutputStream(packed)) {
                    out.write(held.lines);
                }
                yield new ByteArrayInputStream(packed.toByteArray());
            }
            case Filed(var file, _) -> Files.newInputStream(file);
        };
    }

    /** Sends the changes in their order. */
    default void send(RDFChanges sink) {
        try (var in = open()) {
            new RDFPatchReaderText(in, ErrorHandlerFactory.errorHandlerStrictNoLogging).apply(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was made for one reading. */
    default void release() {
        if (!(this instanceof Filed(var file, var passing)) || !passing) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
