package org.modelgraph.engine.snapshot;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.sys.TDBInternal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a store that are open now, as far as the engine needs them; valid on the thread of a
 * transaction. Compaction exchanges them, and all ids with them: two storages are the same only
 * where their files are.
 */
public final class Storage {
    private final DatasetGraphTDB files;

    private Storage(DatasetGraphTDB files) {
        this.files = files;
    }

    /** The storage of a dataset, if TDB2 keeps it. */
    public static Optional<Storage> of(DatasetGraph dataset) {
        return TDBInternal.isBackedByTDB(dataset)
                ? Optional.of(new Storage(TDBInternal.requireStorage(dataset)))
                : Optional.empty();
    }

    private NodeTable nodes() {
        return files.getTripleTable().getNodeTupleTable().getNodeTable();
    }

    /** The id of a term, if the store could have it. */
    public Optional<Long> id(Node term) {
        var id = nodes().getNodeIdForNode(term);
        if (id == null || NodeId.isDoesNotExist(id)) return Optional.empty();
        return Optional.of(id(id));
    }

    private static long id(NodeId id) {
        var bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(id, bytes);
        return java.nio.ByteBuffer.wrap(bytes).getLong();
    }

    private static NodeId nodeId(long id) {
        var bytes = new byte[NodeId.SIZE];
        java.nio.ByteBuffer.wrap(bytes).putLong(id);
        return NodeIdFactory.get(bytes);
    }

    /** The term of an id of this store. */
    public Node term(long id) {
        return nodes().getNodeForNodeId(nodeId(id));
    }

    /** True of a literal that this store gives back in another form, such as {@code 01}. */
    public static boolean isRewritten(Node term) {
        if (!term.isLiteral() || !NodeId.hasInlineDatatype(term)) return false;
        var inlined = NodeId.inline(term);
        return inlined != null && NodeId.isInline(inlined) && !NodeId.extract(inlined).equals(term);
    }

    /** True where some graph, the default graph included, holds the triple. */
    boolean contains(long subject, long predicate, long object) {
        var s = nodeId(subject);
        var p = nodeId(predicate);
        var o = nodeId(object);
        return files.getQuadTable().getNodeTupleTable().find(NodeId.NodeIdAny, s, p, o).hasNext()
                || files.getTripleTable().getNodeTupleTable().find(s, p, o).hasNext();
    }

    /** True where all triples stand in named graphs. */
    public boolean isDefaultGraphEmpty() {
        return files.getTripleTable().getNodeTupleTable().isEmpty();
    }

    /** The named graphs that hold the triple. */
    List<Long> graphs(long subject, long predicate, long object) {
        var found =
                files.getQuadTable()
                        .getNodeTupleTable()
                        .find(NodeId.NodeIdAny, nodeId(subject), nodeId(predicate), nodeId(object));
        var graphs = new ArrayList<Long>();
        found.forEachRemaining(quad -> graphs.add(id(quad.get(0))));
        return graphs;
    }

    /** A walk over all triples of named graphs, by predicate, object and subject. */
    QuadWalk quads(Runnable check) {
        var quads = files.getQuadTable().getNodeTupleTable().getTupleTable();
        return new QuadWalk(new IndexWalk(quads, "POSG", true, check));
    }

    /** The graphs that there are, ascending. */
    LongList graphs(Runnable check) {
        var quads = files.getQuadTable().getNodeTupleTable().getTupleTable();
        var walk = new IndexWalk(quads, "GSPO", false, check);
        var graphs = new LongList();
        while (walk.advance())
            if (graphs.size() == 0 || graphs.array()[graphs.size() - 1] != walk.first())
                graphs.add(walk.first());
        return graphs;
    }

    /**
     * A walk over all triples.
     *
     * @param columns the order of the columns: {@code SPO}, {@code POS} or {@code OSP}
     */
    TripleWalk walk(String columns, Runnable check) {
        var quads = files.getQuadTable().getNodeTupleTable().getTupleTable();
        var named = new IndexWalk(quads, columns + "G", false, check);
        if (isDefaultGraphEmpty()) return named;
        var triples = files.getTripleTable().getNodeTupleTable().getTupleTable();
        return new MergedWalk(named, new IndexWalk(triples, columns, false, check));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Storage storage && storage.files == files;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(files);
    }
}
