package org.modelgraph.graph;

import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lock on a store's directory, by which one process keeps out the others; held for work on
 * files that are not open.
 */
final class DirectoryLock implements AutoCloseable {
    private static final Pattern HOLDER = Pattern.compile("process (\\d+)");

    private final ProcessFileLock lock;

    private DirectoryLock(ProcessFileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_READY} naming the process that holds it
     */
    static DirectoryLock take(Path directory) {
        var lock = DatabaseConnection.lockForLocation(Location.create(directory.toString()));
        try {
            lock.lockEx();
        } catch (DBOpEnvException e) {
            if (!lock.isLockedHere()) ProcessFileLock.release(lock);
            throw inUse(directory, e);
        }
        return new DirectoryLock(lock);
    }

    static Problem inUse(Path directory, DBOpEnvException e) {
        var message = Optional.ofNullable(e.getMessage()).orElse("");
        var holder = HOLDER.matcher(message);
        var who =
                holder.find()
                        ? "process " + holder.group(1)
                        : message.contains("already held")
                                ? "process " + ProcessHandle.current().pid()
                                : "another process";
        return Problem.of(
                        Problem.Kind.NOT_READY,
                        "The database " + directory + " is in use by " + who + ".")
                .hint("Stop that process, or name another directory with --database.")
                .causedBy(e);
    }

    @Override
    public void close() {
        ProcessFileLock.release(lock);
    }
}
