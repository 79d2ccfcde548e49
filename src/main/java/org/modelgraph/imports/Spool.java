package org.modelgraph.imports;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Quads that wait on disk until all files are read and checked, so that an import of any size takes
 * little memory and the store is touched only when nothing can fail any more.
 */
final class Spool implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final BufferedWriter writer;
    private final StreamRDF quads;

    Spool() {
        try {
            file = Files.createTempFile("modelgraph-import", ".nq");
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            writer =
                    new BufferedWriter(
                            Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
            quads = StreamRDFLib.writer(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Node graph, Triple triple) {
        quads.quad(Quad.create(graph, triple));
    }

    /** The place up to which everything is written. */
    long position() {
        try {
            quads.finish();
            writer.flush();
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what was written behind a place. */
    void cut(long position) {
        try {
            quads.finish();
            writer.flush();
            channel.truncate(position);
            channel.position(position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends all that is written. */
    void sendTo(StreamRDF sink) {
        position();
        RDFParser.source(file).lang(Lang.NQUADS).forceLang(Lang.NQUADS).checking(false).parse(sink);
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
