package org.modelgraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The commits that come while a store is copied, so that the copy can follow them. Without a copy
 * in the making nothing is kept.
 */
final class Succession {
    /**
     * A commit.
     *
     * @param work what it changes; empty where it was too large to be kept
     */
    record Commit(Version version, Optional<Consumer<DatasetGraph>> work) {
        void carryOver(DatasetGraph target) {
            work.orElseThrow(() ->
                            Problem.of(
                                            Problem.Kind.BUSY,
                                            "A bulk load came between; nothing has been"
                                                    + " compacted.")
                                    .hint("Compact again when no load is running."))
                    .accept(target);
            Ledger.of(target).put(version);
        }
    }

    private boolean kept;
    private List<Commit> commits = new ArrayList<>();

    /** From now on commits are kept. */
    synchronized void begin() {
        kept = true;
        commits = new ArrayList<>();
    }

    synchronized void end() {
        kept = false;
        commits = new ArrayList<>();
    }

    /** Notes a commit, in the order of commits. */
    synchronized void follow(Commit commit) {
        if (kept) commits.add(commit);
    }

    /** Repeating the last commit changes nothing, and a receipt alone makes no new version. */
    private static boolean isAfter(Commit commit, Version version) {
        var later = commit.version().number() - version.number();
        return later > 0 || (later == 0 && commit.work().isPresent());
    }

    /** Takes the commits after a version that have not been taken yet. */
    synchronized List<Commit> takeAfter(Version version) {
        var taken = commits.stream().filter(c -> isAfter(c, version)).toList();
        commits = new ArrayList<>();
        return taken;
    }
}
