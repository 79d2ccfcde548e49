package org.modelgraph.graph;

import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.modelgraph.graph.Inspection.Finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the indexes of one table, each of which holds all tuples in an order of its own, and
 * looks up every node that they name. Runs inside a read transaction.
 */
final class TableCheck {
    private static final int SHOWN = 3;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final String name;
    private final TupleIndex[] indexes;
    private final NodeTable nodes;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<TupleIndex, Sum> sums = new LinkedHashMap<>();

    TableCheck(String name, NodeTupleTable table) {
        this.name = name;
        this.indexes = table.getTupleTable().getIndexes();
        this.nodes = table.getNodeTable();
    }

    /** What an index holds, whatever its order. */
    private record Sum(long tuples, long hash) {
        static final Sum EMPTY = new Sum(0, 0);

        Sum plus(Tuple<NodeId> tuple) {
            var hash = MIX;
            for (var i = 0; i < tuple.len(); i++)
                hash = Long.rotateLeft((hash ^ tuple.get(i).hashCode()) * MIX, 31);
            return new Sum(tuples + 1, this.hash + hash * MIX);
        }
    }

    /** Checks all indexes and, by one of them, all nodes. */
    List<Finding> run() {
        for (var index : indexes) {
            try {
                var sum = Sum.EMPTY;
                for (var all = index.all(); all.hasNext(); ) sum = sum.plus(all.next());
                sums.put(index, sum);
            } catch (RuntimeException e) {
                findings.add(finding("The index " + index.getName() + " can't be read: " + e));
            }
        }
        best().ifPresent(best -> {
            sums.forEach((index, sum) -> {
                if (!sum.equals(sums.get(best)))
                    findings.add(
                            finding(
                                    "The index %s holds %d tuples that are not those of %s (%d)"
                                            .formatted(
                                                    index.getName(),
                                                    sum.tuples(),
                                                    best.getName(),
                                                    tuples())));
            });
            checkNodes(best);
        });
        return findings;
    }

    private Finding finding(String detail) {
        return new Finding(
                sums.isEmpty() && detail.contains("can't be read")
                        ? Inspection.Kind.UNREADABLE
                        : Inspection.Kind.INDEX,
                name + ": " + detail);
    }

    /** How many tuples the table holds. */
    long tuples() {
        return best().map(i -> sums.getOrDefault(i, Sum.EMPTY).tuples()).orElse(0L);
    }

    /** The first index that can be read and agrees with the most others. */
    Optional<TupleIndex> best() {
        return sums.keySet().stream()
                .max(
                        java.util.Comparator.<TupleIndex>comparingLong(i ->
                                        sums.values().stream()
                                                .filter(s -> s.equals(sums.get(i)))
                                                .count())
                                .thenComparingInt(i -> -List.of(indexes).indexOf(i)));
    }

    private void checkNodes(TupleIndex index) {
        var seen = new HashSet<NodeId>();
        var bad = new ArrayList<String>();
        for (var all = index.all(); all.hasNext(); ) {
            var tuple = all.next();
            for (var i = 0; i < tuple.len(); i++) {
                var id = tuple.get(i);
                if (seen.add(id)) look(id).ifPresent(bad::add);
            }
        }
        if (!bad.isEmpty())
            findings.add(
                    new Finding(
                            Inspection.Kind.NODE,
                            "%s: %d nodes can't be read, such as %s"
                                    .formatted(
                                            name,
                                            bad.size(),
                                            String.join(
                                                    "; ",
                                                    bad.subList(0, Math.min(SHOWN, bad.size()))))));
    }

    private Optional<String> look(NodeId id) {
        try {
            Node node = nodes.getNodeForNodeId(id);
            if (node == null) return Optional.of(id + " is missing");
            var back = nodes.getNodeIdForNode(node);
            return back.equals(id) ? Optional.empty() : Optional.of(node + " is found as " + back);
        } catch (RuntimeException e) {
            return Optional.of(id + ": " + e.getMessage());
        }
    }

    Node node(NodeId id) {
        return nodes.getNodeForNodeId(id);
    }
}
