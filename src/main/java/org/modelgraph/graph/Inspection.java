package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into the files of a store that nobody has open: every index against every other, every node
 * that they name, the version, the journal, and what a sudden end left behind.
 */
public final class Inspection {
    private final Path directory;

    public Inspection(Path directory) {
        this.directory = directory;
    }

    /** What can be wrong with a store. */
    public enum Kind {
        /** The end of an unfinished commit, which opening drops. */
        TORN_JOURNAL,
        /** Files of a past or unfinished generation. */
        ORPHAN,
        /** An index that does not hold what the others hold. */
        INDEX,
        /** A node that can't be read. */
        NODE,
        /** Nothing can be read. */
        UNREADABLE,
        /** The store does not know its version. */
        VERSION
    }

    /** One thing that is wrong. */
    public record Finding(Kind kind, String detail) {}

    /** What was found, and how much was looked at. */
    public record Report(List<Finding> findings, long triples, long quads) {}

    /**
     * Inspects. The store is opened for it, which finishes or drops what a sudden end left in its
     * journal, as every opening does; nothing else is changed.
     *
     * @throws Problem where there is no store, or a process has it open
     */
    public Report run() {
        var findings = new ArrayList<Finding>();
        try (var _ = DirectoryLock.take(existing())) {
            var journal = JournalTail.of(newest());
            if (journal.isTorn())
                findings.add(
                        new Finding(
                                Kind.TORN_JOURNAL,
                                (journal.size() - journal.whole())
                                        + " bytes of a commit that was never finished"));
            Generations.orphans(directory)
                    .forEach(o -> findings.add(new Finding(Kind.ORPHAN, o.toString())));
        }
        var counts = new long[2];
        try {
            with(dataset -> check(dataset, findings, counts));
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException e) {
            findings.add(new Finding(Kind.UNREADABLE, "The store can't be read: " + e));
        }
        return new Report(findings, counts[0], counts[1]);
    }

    private Path existing() {
        newest();
        return directory;
    }

    private Path newest() {
        return Generations.newest(directory)
                .orElseThrow(() ->
                        Problem.of(
                                Problem.Kind.NOT_FOUND, "There is no store in " + directory + "."));
    }

    private interface Work {
        void on(DatasetGraph dataset);
    }

    private void with(Work work) {
        var dataset = StoreFiles.connect(directory);
        try {
            Txn.executeRead(dataset, () -> work.on(dataset));
        } finally {
            TDBInternal.expel(dataset, true);
        }
    }

    private static List<TableCheck> tables(DatasetGraph dataset) {
        var files = TDBInternal.requireStorage(dataset);
        return List.of(
                new TableCheck("triples", files.getTripleTable().getNodeTupleTable()),
                new TableCheck("quads", files.getQuadTable().getNodeTupleTable()));
    }

    private static void check(DatasetGraph dataset, List<Finding> findings, long[] counts) {
        var tables = tables(dataset);
        for (var i = 0; i < counts.length; i++) {
            findings.addAll(tables.get(i).run());
            counts[i] = tables.get(i).tuples();
        }
        try {
            dataset.prefixes().forEach((_, _) -> {});
            if (Ledger.of(dataset).version().number() < 0)
                findings.add(new Finding(Kind.VERSION, "The store does not know its version"));
        } catch (RuntimeException e) {
            findings.add(new Finding(Kind.VERSION, "The version can't be read: " + e));
        }
    }

    /**
     * Writes all indexes anew from the soundest one of each table, as a new generation; before it
     * is whole and on disk, the old one stays.
     */
    public void rebuild() {
        with(dataset -> {
            try (var next = Generation.begin(directory)) {
                next.fill(target -> {
                    for (var table : tables(dataset)) {
                        table.run();
                        copy(table, target);
                    }
                    dataset.prefixes().forEach(target.prefixes()::add);
                });
                next.crown();
            }
        });
        removeOrphans();
    }

    private static void copy(TableCheck table, DatasetGraph target) {
        var index = table.best().orElseThrow();
        for (var all = index.all(); all.hasNext(); ) {
            var ids = all.next();
            var nodes = new Node[ids.len()];
            for (var i = 0; i < nodes.length; i++) nodes[i] = table.node(ids.get(i));
            target.add(
                    nodes.length == 3
                            ? Quad.create(Quad.defaultGraphIRI, nodes[0], nodes[1], nodes[2])
                            : Quad.create(nodes[0], nodes[1], nodes[2], nodes[3]));
        }
    }

    /** Removes what a sudden end left behind. */
    public void removeOrphans() {
        try (var _ = DirectoryLock.take(directory)) {
            Generations.removeOrphans(directory);
        }
    }
}
