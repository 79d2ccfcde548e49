package org.modelgraph.graph;

import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The triples of all named graphs that match a pattern, each once: a loose index scan. The indexes
 * of TDB2 that end in the graph have the graphs of a triple side by side, so that nothing has to be
 * remembered to tell it once; and where it stands in many graphs, as what imported files say of the
 * same benchmark does, the index is searched for the next triple instead of read. Valid on the
 * thread of the transaction.
 */
final class SkipScan implements Iterator<Triple> {
    private static final int TERMS = 3 * NodeId.SIZE;
    private static final int WIDTH = 4 * NodeId.SIZE;

    /** To read some records on costs less than a search. */
    private static final int PATIENCE = 16;

    /** The columns of a record: which term of a triple stands where, before the graph. */
    private enum Order {
        SPOG(0, 1, 2),
        POSG(1, 2, 0),
        OSPG(2, 0, 1);

        private final int first;
        private final int second;
        private final int third;

        Order(int first, int second, int third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        List<Integer> terms() {
            return List.of(first, second, third);
        }

        int column(int term) {
            return term == first ? 0 : term == second ? 1 : 2;
        }

        /** The order in which all that a pattern names comes first. */
        static Order of(Triple pattern) {
            var subject = pattern.getSubject().isConcrete();
            var predicate = pattern.getPredicate().isConcrete();
            var object = pattern.getObject().isConcrete();
            if (subject) return object && !predicate ? OSPG : SPOG;
            if (predicate) return POSG;
            return object ? OSPG : SPOG;
        }
    }

    /** Which quads are not looked at, by the numbers of their terms. */
    interface Hidden {
        boolean hides(NodeId graph, NodeId predicate);
    }

    private final Order order;
    private final NodeTable nodes;
    private final Hidden hidden;
    private final RangeIndex index;
    private final byte[] end;
    private Iterator<byte[]> records;
    private byte[] told = new byte[WIDTH];
    private boolean begun;
    private boolean waiting;
    private int again;

    private SkipScan(DatasetGraphTDB store, Order order, List<NodeId> first, Hidden hidden) {
        var quads = store.getQuadTable().getNodeTupleTable();
        this.order = order;
        this.nodes = quads.getNodeTable();
        this.hidden = hidden;
        this.index =
                quads.getTupleTable()
                        .selectIndex(order.name(), TupleIndexRecord.class)
                        .getRangeIndex();
        this.end = after(first);
        this.records = from(key(first));
    }

    /** The triples that match a pattern in some graph that is not hidden. */
    static Iterator<Triple> of(DatasetGraphTDB store, Triple pattern, Hidden hidden) {
        var order = Order.of(pattern);
        var nodes = store.getQuadTable().getNodeTupleTable().getNodeTable();
        var first = new ArrayList<NodeId>();
        for (var term : order.terms()) {
            var node = term(pattern, term);
            if (!node.isConcrete()) break;
            var id = nodes.getNodeIdForNode(node);
            if (NodeId.isDoesNotExist(id)) return Collections.emptyIterator();
            first.add(id);
        }
        return new SkipScan(store, order, first, hidden);
    }

    private static Node term(Triple triple, int term) {
        return switch (term) {
            case 0 -> triple.getSubject();
            case 1 -> triple.getPredicate();
            default -> triple.getObject();
        };
    }

    private static byte[] key(List<NodeId> first) {
        var key = new byte[WIDTH];
        for (var i = 0; i < first.size(); i++)
            NodeIdFactory.set(first.get(i), key, i * NodeId.SIZE);
        return key;
    }

    /** The least key behind all that begin with some terms. */
    private static byte[] after(List<NodeId> first) {
        var key = key(first);
        if (first.isEmpty()) Arrays.fill(key, (byte) 0xFF);
        else NodeIdFactory.setNext(first.getLast(), key, (first.size() - 1) * NodeId.SIZE);
        return key;
    }

    private Iterator<byte[]> from(byte[] key) {
        return index.iterator(record(key), record(end), this::read);
    }

    private static Record record(byte[] key) {
        return new Record(key, null);
    }

    private byte[] read(ByteBuffer block, int entry, byte[] key, RecordFactory factory) {
        var record = new byte[WIDTH];
        block.get(entry * factory.recordLength(), record);
        if (key != null) System.arraycopy(record, 0, key, 0, WIDTH);
        return record;
    }

    @Override
    public boolean hasNext() {
        while (!waiting && records.hasNext()) {
            var record = records.next();
            if (begun && Arrays.equals(record, 0, TERMS, told, 0, TERMS)) {
                if (++again == PATIENCE) skip();
            } else if (!hidden.hides(id(record, 3), id(record, order.column(1)))) {
                told = record;
                begun = true;
                waiting = true;
                again = 0;
            }
        }
        return waiting;
    }

    private void skip() {
        records = from(after(List.of(id(told, 0), id(told, 1), id(told, 2))));
    }

    private static NodeId id(byte[] record, int column) {
        return NodeIdFactory.get(record, column * NodeId.SIZE);
    }

    private Node node(int term) {
        return nodes.getNodeForNodeId(id(told, order.column(term)));
    }

    @Override
    public Triple next() {
        if (!hasNext()) throw new NoSuchElementException();
        waiting = false;
        return Triple.create(node(0), node(1), node(2));
    }
}
