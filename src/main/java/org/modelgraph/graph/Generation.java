package org.modelgraph.graph;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.graph.packing.PackedCopy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * A generation in the making, beside the store that is in use: nobody sees it before it is crowned,
 * and a sudden end leaves no more than a directory that the next start removes.
 */
public final class Generation implements AutoCloseable {
    private static final String NOTE = "modelgraph.compacted";

    private final Path place;
    private boolean open = true;
    private StoreSize size = new StoreSize(0, 0);

    private Generation(Path place) {
        this.place = place;
    }

    /**
     * When the quads of a generation were written one after the other, and the room that they took
     * then.
     */
    public record Note(Instant at, long real) {}

    /** Begins the next generation of a store, whose directory this process has locked. */
    static Generation begin(Path directory) {
        var place = Generations.unfinished(directory);
        Generations.remove(place);
        try {
            Files.createDirectory(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Generation(place);
    }

    private static Location location(Path place) {
        return Location.create(place.toString());
    }

    /**
     * Copies a store, as the reader on this thread sees it; the copy is on disk when this returns.
     *
     * @param pulse is called now and then, and ends the copy by an exception
     */
    void pack(DatasetGraph source, Runnable pulse) {
        PackedCopy.write(TDBInternal.requireStorage(source), place, pulse);
        fill(target -> source.prefixes().forEach(target.prefixes()::add));
    }

    /** Carries changes out in one transaction, which is on disk when this returns. */
    void fill(Consumer<DatasetGraph> work) {
        var dataset = StoreConnection.connectCreate(location(place)).getDatasetGraph();
        Txn.executeWrite(dataset, () -> work.accept(dataset));
    }

    private void release() {
        if (open) StoreConnection.internalExpel(location(place), true);
        open = false;
    }

    /** Makes this the newest generation. */
    Path crown() {
        release();
        size = StoreSize.of(place);
        note(size.real());
        return Generations.crown(place);
    }

    /** The room that it took when it was crowned; it may have grown since. */
    StoreSize size() {
        return size;
    }

    private void note(long real) {
        var text = "at = " + Instant.now() + "\nreal = " + real + "\n";
        try (var channel =
                java.nio.channels.FileChannel.open(
                        place.resolve(NOTE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            Generations.force(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a generation says of its compaction; empty where it has grown since it was new. */
    static Optional<Note> note(Path generation) {
        var file = generation.resolve(NOTE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(
                    new Note(
                            Instant.parse(properties.getProperty("at", "")),
                            Long.parseLong(properties.getProperty("real", ""))));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opens a crowned generation. */
    static DatasetGraphTDB open(Path generation) {
        return StoreConnection.connectCreate(location(generation)).getDatasetGraphTDB();
    }

    static void shut(DatasetGraphTDB dataset) {
        StoreConnection.internalExpel(dataset.getLocation(), true);
    }

    /** Removes what was not crowned. */
    @Override
    public void close() {
        release();
        Generations.remove(place);
    }
}
