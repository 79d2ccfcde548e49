package org.modelgraph.graph.packing;

import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.BPlusTreeFactory;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.ComponentId;

import java.util.Iterator;

/** A B+tree of TDB2 whose pages are full, written from the leaves to the root. */
final class PackedTree {
    private PackedTree() {}

    /**
     * Writes a tree that no one has open, and forces it to disk.
     *
     * @param records in the order of their keys, without doubles
     * @param like a tree of the same kind
     */
    static void write(Location place, String name, Iterator<Record> records, BPlusTree like) {
        var kind = like.getRecordFactory();
        var empty =
                BPlusTreeFactory.createBPTree(
                        ComponentId.allocLocal(), new FileSet(place, name), kind);
        var packed =
                BPlusTreeRewriter.packIntoBPlusTree(
                        records,
                        empty.getParams(),
                        kind,
                        empty.getStateManager().getBufferChannel(),
                        empty.getNodeManager().getBlockMgr(),
                        empty.getRecordsMgr().getBlockMgr());
        packed.sync();
        packed.close();
    }
}
