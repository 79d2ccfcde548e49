package org.modelgraph.history;

import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.StoredForm;
import org.modelgraph.graph.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The changes of one commit while they are written down. */
final class PatchBody {
    private static final Logger log = LoggerFactory.getLogger(PatchBody.class);
    private static final int MOST_HELD = 1 << 20;
    private static final int GRAPHS_NAMED = 100;
    private static final int GRAPHS_COUNTED = 100_000;
    private static final int LONGEST_REASON = 1000;

    private final Path directory;
    private final Path file;
    private final SpillingOutput out;
    private final PatchText text;
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
        this.file = directory.resolve(number + ".rdfp.gz");
        this.out = new SpillingOutput(file, MOST_HELD, mostFiled);
        this.text = new PatchText(out);
    }

    void add(Quad quad) {
        added++;
        write('A', quad);
    }

    void delete(Quad quad) {
        removed++;
        write('D', quad);
    }

    private void write(char code, Quad quad) {
        if (graphs.size() < GRAPHS_COUNTED) graphs.add(name(quad));
        text.change(code, StoredForm.of(quad));
    }

    private static String name(Quad quad) {
        return quad.isDefaultGraph()
                ? Commit.DEFAULT_GRAPH
                : quad.getGraph().toString().replace(" ", "%20");
    }

    /** Ends the body; what did not fit into the log is on disk then, in its file. */
    Commit seal(Version before, Version after, Attribution by, Instant at) throws IOException {
        text.close();
        out.seal();
        if (out.isFiled()) Disk.force(directory);
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
        if (out.isTooMuch())
            return new Commit.Patch.Missing("what it changed is larger than the history may be");
        return out.isFiled()
                ? new Commit.Patch.Filed(file.getFileName().toString())
                : new Commit.Patch.Inline();
    }

    /** What the log takes up: head and, where they are few, changes. */
    byte[] entry(Commit commit) throws IOException {
        var entry = new ByteArrayOutputStream();
        entry.write(CommitHeader.write(commit));
        if (commit.patch() instanceof Commit.Patch.Inline) {
            entry.write(PatchText.BEGIN);
            entry.write(out.held());
            entry.write(PatchText.END);
        }
        return entry.toByteArray();
    }

    /** Forgets the changes. */
    void discard() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("A part of the history is left behind: {}", file, e);
        }
    }
}
