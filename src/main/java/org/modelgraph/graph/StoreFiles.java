package org.modelgraph.graph;

import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a TDB2 store on disk. */
final class StoreFiles {
    private StoreFiles() {}

    /**
     * Connects to the store in a directory, which is made if it is missing.
     *
     * @throws Problem where it can't be made, holds something else, or is in use
     */
    static DatasetGraph connect(Path directory) {
        prepare(directory);
        mend(directory);
        try {
            return DatabaseMgr.connectDatasetGraph(directory.toString());
        } catch (DBOpEnvException e) {
            throw DirectoryLock.inUse(directory, e);
        }
    }

    /**
     * Makes the directory if it is missing.
     *
     * @throws Problem where it can't be made or holds something else
     */
    static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            if (!Files.isWritable(directory)) throw unusable(directory, "is not writable");
            try (var entries = Files.list(directory)) {
                var names =
                        entries.map(p -> p.getFileName().toString())
                                .filter(n -> !n.startsWith("tokens.") && !n.equals("backups"))
                                .toList();
                var store =
                        names.stream().anyMatch(n -> n.startsWith("Data-") || n.equals("tdb.lock"));
                if (!names.isEmpty() && !store)
                    throw unusable(directory, "holds other files (" + names.getFirst() + ")");
            }
        } catch (IOException e) {
            throw unusable(directory, "can't be used: " + e.getMessage()).causedBy(e);
        }
    }

    private static Problem unusable(Path directory, String why) {
        return Problem.of(
                        Problem.Kind.NOT_READY,
                        "The database directory " + directory + " " + why + ".")
                .hint("Name an empty or new directory with --database.");
    }

    /** Makes the newest generation one that TDB2 can open after a sudden end. */
    private static void mend(Path directory) {
        try (var _ = DirectoryLock.take(directory)) {
            Generations.newest(directory).ifPresent(JournalTail::drop);
        }
    }
}
