package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRowRDF;
import org.apache.jena.riot.thrift.IteratorThriftRDF;
import org.apache.jena.riot.thrift.StreamRDF2Thrift;
import org.apache.jena.riot.thrift.TRDF;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;

/**
 * Triples in a temporary file, in RDF Binary, which keeps the labels of blank nodes. The file has
 * no name any more once it is open, so that nothing is left of it however the process ends.
 */
final class TripleFile implements AutoCloseable {
    private final FileChannel channel;
    private final StreamRDF sink;

    TripleFile() {
        try {
            channel =
                    FileChannel.open(
                            Files.createTempFile("modelgraph-derived", ".rt"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sink = new StreamRDF2Thrift(new BufferedOutputStream(Channels.newOutputStream(channel)));
    }

    void add(Triple triple) {
        sink.triple(triple);
    }

    /** All triples; nothing may be added any more, and one iterator is read at a time. */
    Iterator<Triple> iterator() {
        sink.finish();
        try {
            channel.position(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var input = new BufferedInputStream(Channels.newInputStream(channel));
        return Iter.map(new IteratorThriftRDF(TRDF.protocol(input)), StreamRowRDF::getTriple);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
