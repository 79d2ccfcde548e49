package org.modelgraph.replication;

import org.modelgraph.graph.Proposal;
import org.modelgraph.history.PatchDraft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where changes that are many wait in files until they have been sent or carried over. Nothing in
 * it outlives the process that made it.
 */
public final class Spool {
    private final Path directory;
    private final AtomicLong files = new AtomicLong();

    private Spool(Path directory) {
        this.directory = directory;
    }

    /** A spool in a directory, which is made if it is missing, and cleared if it is not. */
    static Spool in(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var left = Files.list(directory)) {
                for (var file : left.toList()) Files.delete(file);
            }
            return new Spool(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that does not exist yet. */
    public Path file() {
        return directory.resolve(files.incrementAndGet() + ".rdfp.gz");
    }

    /** A draft that spills into a file of this spool. */
    PatchDraft draft() {
        return new PatchDraft(file(), 0);
    }

    /** All changes of a draft; nothing comes after. */
    static Content seal(PatchDraft draft) {
        try {
            draft.seal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft.isFiled()
                ? new Content.Filed(draft.file(), true)
                : new Content.Held(draft.held());
    }

    /** The changes of a proposal that holds them all. */
    Content content(Proposal proposal) {
        var draft = draft();
        proposal.change().removed().forEach(draft::delete);
        proposal.change().added().forEach(draft::add);
        return seal(draft);
    }
}
