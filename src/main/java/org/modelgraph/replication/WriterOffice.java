package org.modelgraph.replication;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.modelgraph.history.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who the writer of a log in a directory is: the one whose term is the newest. Terms are taken and
 * compared behind a lock, which one process at a time has for a moment.
 */
final class WriterOffice {
    private static final Logger logger = LoggerFactory.getLogger(WriterOffice.class);

    private final Path directory;
    private long term = -1;

    WriterOffice(Path directory) {
        this.directory = directory;
    }

    /** The lock; the system frees it with the process. */
    record Stay(FileChannel channel) implements AutoCloseable {
        /** The system's lock is one of the whole process. */
        private static final ReentrantLock IN_PROCESS = new ReentrantLock();

        private static Stay of(Path file) throws IOException {
            IN_PROCESS.lock();
            try {
                return new Stay(locked(file));
            } catch (IOException | RuntimeException e) {
                IN_PROCESS.unlock();
                throw e;
            }
        }

        private static FileChannel locked(Path file) throws IOException {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var _ = channel.lock();
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }

        /** Frees the lock. What was done behind it stays done, even where that can't be told. */
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                logger.warn("The lock of the log was not freed in order", e);
            } finally {
                IN_PROCESS.unlock();
            }
        }
    }

    /** Waits for the lock. */
    Stay enter() throws IOException {
        return Stay.of(directory.resolve("lock"));
    }

    /** The name of the log, which whoever comes first gives it. */
    String nameOfLog() throws IOException {
        try (var _ = enter()) {
            var file = directory.resolve("name");
            if (!Files.exists(file)) replace(file, UUID.randomUUID().toString());
            return Files.readString(file).strip();
        }
    }

    /** Begins a term, behind the lock. */
    void take() throws IOException {
        term = newest() + 1;
        replace(directory.resolve("term"), String.valueOf(term));
    }

    /** True as long as nobody has begun a term since, behind the lock. */
    boolean isMine() throws IOException {
        return term == newest();
    }

    private long newest() throws IOException {
        var file = directory.resolve("term");
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    private void replace(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            Disk.write(channel, 0, UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        Disk.force(directory);
    }
}
