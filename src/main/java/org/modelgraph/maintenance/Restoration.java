package org.modelgraph.maintenance;

import org.modelgraph.graph.Replacement;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;

/** Puts a backup in the place of a store that nobody has open. */
public final class Restoration {
    private final Path directory;

    public Restoration(Path directory) {
        this.directory = directory;
    }

    /**
     * What was restored.
     *
     * @param version the version of the store now: an epoch of its own, so that no entity tag that
     *     was given before fits it
     */
    public record Outcome(BackupReader.Contents contents, Version version) {}

    /**
     * Restores, all or nothing: the file is verified before anything is touched, and the store of
     * before stays in its place until the restored one is whole and on disk.
     *
     * @param overwrite whether a store that is there may be replaced
     * @throws Problem where the file is not whole or was altered, where there is a store and it may
     *     not be replaced, and always where a process has it open
     */
    public Outcome from(Path backup, boolean overwrite) {
        var reader = new BackupReader(backup);
        var contents = reader.verify();
        var version =
                Replacement.of(directory, overwrite)
                        .with(contents.version(), contents.ledger(), reader::send);
        return new Outcome(contents, version);
    }

    /**
     * The same for a replica of the store that the backup is of: it keeps its version, from which a
     * log that both share leads on.
     */
    public Outcome following(Path backup, boolean overwrite) {
        var reader = new BackupReader(backup);
        var contents = reader.verify();
        Replacement.of(directory, overwrite)
                .as(contents.version(), contents.ledger(), reader::send);
        return new Outcome(contents, contents.version());
    }
}
