package org.modelgraph.replication;

import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Proposal;
import org.modelgraph.graph.StoredForm;
import org.modelgraph.history.PatchText;
import org.modelgraph.history.SpillingOutput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The changes of an entry while they are written down: in memory, and in a file if many. */
final class Draft {
    /** More bytes of changes than this go into a file. */
    static final int MOST_HELD = 1 << 20;

    private final Path file;
    private final SpillingOutput out;
    private final PatchText text;

    /** A draft without changes. */
    Draft(Path spool) {
        try {
            Files.createDirectories(spool);
            file = Files.createTempFile(spool, "entry-", ".rdfp.gz");
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        out = new SpillingOutput(file, MOST_HELD, 0);
        text = new PatchText(out);
    }

    static Content of(Proposal proposal, Path spool) {
        var draft = new Draft(spool);
        proposal.change().removed().forEach(draft::delete);
        proposal.change().added().forEach(draft::add);
        return draft.sealed();
    }

    void add(Quad quad) {
        text.change('A', StoredForm.of(quad));
    }

    void delete(Quad quad) {
        text.change('D', StoredForm.of(quad));
    }

    /** All changes; nothing comes after. */
    Content sealed() {
        try {
            text.close();
            out.seal();
            return out.isFiled() ? new Content.Filed(file, true) : new Content.Held(out.held());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void discard() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
