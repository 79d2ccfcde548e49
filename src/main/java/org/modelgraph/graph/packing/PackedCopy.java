package org.modelgraph.graph.packing;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;

/**
 * Copies the quads of a store, as a reader sees them, into new files: terms that no quad names are
 * left out of the node file, each index is read in its order and written as a {@link PackedTree}.
 * Ids move without changing their order, so that nothing is sorted, decoded or searched for.
 *
 * <p>To know the live terms takes a quarter of the size of the node file in memory; where that is
 * more than an eighth of the largest heap all terms are taken along.
 */
public final class PackedCopy {
    private static final VarHandle ID =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int CHECK_EVERY = 4096;

    private final DatasetGraphTDB source;
    private final Location target;
    private final Runnable pulse;
    private final NodeTableTRDF terms;
    private final long end;

    private PackedCopy(DatasetGraphTDB source, Path target, Runnable pulse) {
        this.source = source;
        this.target = Location.create(target.toString());
        this.pulse = pulse;
        this.terms = (NodeTableTRDF) tables().getFirst().getNodeTable().baseNodeTable();
        this.end = terms.getData().length();
    }

    /**
     * Writes the copy, without prefixes, and forces it to disk.
     *
     * @param source inside a read transaction of this thread
     * @param target an empty directory, which no one has open
     * @param pulse is called now and then, and ends the copy by an exception
     * @throws Problem where an index names a term that is not there
     */
    public static void write(DatasetGraphTDB source, Path target, Runnable pulse) {
        write(source, target, pulse, Runtime.getRuntime().maxMemory() / 8);
    }

    static void write(DatasetGraphTDB source, Path target, Runnable pulse, long memory) {
        var copy = new PackedCopy(source, target, pulse);
        try {
            copy.run(memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<NodeTupleTable> tables() {
        return List.of(
                source.getTripleTable().getNodeTupleTable(),
                source.getQuadTable().getNodeTupleTable());
    }

    private static BPlusTree tree(TupleIndexRecord index) {
        return (BPlusTree) index.getRangeIndex();
    }

    private void run(long memory) throws IOException {
        var hashes = (BPlusTree) terms.getIndex();
        var relocation = Relocation.none(end);
        var kept = hashes.iterator();
        if (end / 4 <= memory) {
            var known = known(hashes);
            var live = live(known);
            relocation = Relocation.without(known, live, end);
            kept = Iter.filter(kept, r -> live.contains(id(r.getValue(), 0)));
        }
        copyTerms(relocation);
        var base = source.getStoreParams().getNodeTableBaseName();
        PackedTree.write(target, base, watched(values(kept, relocation)), hashes);
        for (var table : tables())
            for (var index : table.getTupleTable().getIndexes()) {
                var tree = tree((TupleIndexRecord) index);
                var records = watched(keys(tree.iterator(), relocation));
                PackedTree.write(target, index.getName(), records, tree);
            }
    }

    private static long id(byte[] bytes, int at) {
        return (long) ID.get(bytes, at);
    }

    private Offsets known(BPlusTree hashes) {
        var known = new Offsets(end);
        watched(hashes.iterator()).forEachRemaining(r -> known.add(id(r.getValue(), 0)));
        return known;
    }

    private Offsets live(Offsets known) {
        var live = new Offsets(end);
        for (var table : tables()) {
            var primary = tree((TupleIndexRecord) table.getTupleTable().getIndex(0));
            watched(primary.iterator()).forEachRemaining(r -> mark(live, known, r.getKey()));
        }
        return live;
    }

    private static void mark(Offsets live, Offsets known, byte[] key) {
        for (var at = 0; at < key.length; at += Long.BYTES) {
            var id = id(key, at);
            if (id < 0) continue;
            if (!known.contains(id)) throw damaged();
            live.add(id);
        }
    }

    private static Problem damaged() {
        return Problem.of(
                        Problem.Kind.INTERNAL,
                        "An index of the store names a term that is not in its node file.")
                .hint("Stop the server and run modelgraph doctor.");
    }

    private Iterator<Record> watched(Iterator<Record> records) {
        var count = new int[1];
        return Iter.map(
                records,
                r -> {
                    if (++count[0] % CHECK_EVERY == 0) pulse.run();
                    return r;
                });
    }

    private static Iterator<Record> keys(Iterator<Record> records, Relocation relocation) {
        return Iter.map(records, r -> moved(r, r.getKey(), relocation));
    }

    private static Iterator<Record> values(Iterator<Record> records, Relocation relocation) {
        return Iter.map(records, r -> moved(r, r.getValue(), relocation));
    }

    private static Record moved(Record record, byte[] ids, Relocation relocation) {
        for (var at = 0; at < ids.length; at += Long.BYTES)
            ID.set(ids, at, relocation.of(id(ids, at)));
        return record;
    }

    private void copyTerms(Relocation relocation) throws IOException {
        var name = source.getStoreParams().getNodeTableBaseName() + "-data";
        try (var from =
                        FileChannel.open(
                                file(source.getLocation(), name), StandardOpenOption.READ);
                var to =
                        FileChannel.open(
                                file(target, name),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE)) {
            relocation.copy(from, to);
            to.force(true);
        }
    }

    private static Path file(Location place, String name) {
        return Path.of(new FileSet(place, name).filename(Names.extObjNodeData));
    }
}
