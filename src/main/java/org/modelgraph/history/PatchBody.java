package org.modelgraph.history;

import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The changes of one commit while they are written down. */
final class PatchBody {
    private static final Logger log = LoggerFactory.getLogger(PatchBody.class);
    private static final int GRAPHS_NAMED = 100;
    private static final int GRAPHS_COUNTED = 100_000;
    private static final int LONGEST_REASON = 1000;

    private final Path directory;
    private final PatchDraft draft;
    private final Set<String> graphs = new LinkedHashSet<>();
    private long added;
    private long removed;

    /**
     * A body without changes.
     *
     * @param directory where the file goes that holds the changes if they are many
     * @param number the version that the commit makes
     * @param mostFiled how large that file may become, in bytes; 0 for any size
     */
    PatchBody(Path directory, long number, long mostFiled) {
        this.directory = directory;
        this.draft = new PatchDraft(directory.resolve(number + ".rdfp.gz"), mostFiled);
    }

    void add(Quad quad) {
        added++;
        note(quad);
        draft.add(quad);
    }

    void delete(Quad quad) {
        removed++;
        note(quad);
        draft.delete(quad);
    }

    private void note(Quad quad) {
        if (graphs.size() < GRAPHS_COUNTED) graphs.add(name(quad));
    }

    private static String name(Quad quad) {
        return quad.isDefaultGraph()
                ? Commit.DEFAULT_GRAPH
                : quad.getGraph().toString().replace(" ", "%20");
    }

    /** Ends the body; what did not fit into the log is on disk then, in its file. */
    Commit seal(Version before, Version after, Attribution by, Instant at) throws IOException {
        draft.seal();
        if (draft.isFiled()) Disk.force(directory);
        var named = graphs.stream().limit(GRAPHS_NAMED).toList();
        return new Commit(
                after,
                before.number(),
                at,
                by.agent(),
                by.reason().map(r -> r.substring(0, Math.min(r.length(), LONGEST_REASON))),
                added,
                removed,
                named,
                graphs.size() - named.size(),
                place());
    }

    private Commit.Patch place() {
        if (draft.isTooMuch())
            return new Commit.Patch.Missing("what it changed is larger than the history may be");
        return draft.isFiled()
                ? new Commit.Patch.Filed(draft.file().getFileName().toString())
                : new Commit.Patch.Inline();
    }

    /** What the log takes up: head and, where they are few, changes. */
    byte[] entry(Commit commit) {
        var header = CommitHeader.write(commit);
        return commit.patch() instanceof Commit.Patch.Inline
                ? PatchText.whole(header, draft.held())
                : header;
    }

    /** Forgets the changes. */
    void discard() {
        try {
            draft.discard();
        } catch (IOException e) {
            log.warn("A part of the history is left behind: {}", draft.file(), e);
        }
    }
}
