package org.modelgraph.maintenance;

import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The backups of one store, in a directory of their own. */
public final class Backups {
    private static final Logger log = LoggerFactory.getLogger(Backups.class);
    private static final String UNFINISHED = ".part";

    private final Path directory;

    public Backups(Path directory) {
        this.directory = directory;
    }

    /** All that are whole by their names, from the oldest to the newest. */
    public List<Backup> all() {
        if (!Files.isDirectory(directory)) return List.of();
        try (var files = Files.list(directory)) {
            return files.map(Backup::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Backup::at))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Backup> newest() {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /**
     * Writes the present state of a store beside its readers and writers: aside first, forced to
     * disk, read again and compared, then given its name in one step. Backups that {@link
     * Retention} does not keep are removed afterwards.
     *
     * @throws Problem of kind {@link Problem.Kind#INSUFFICIENT_STORAGE} where it can't be written;
     *     no backup of before is touched then
     */
    public synchronized Backup create(KnowledgeGraph store) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var part = directory.resolve(Backup.name(at) + UNFINISHED);
        try {
            Files.createDirectories(directory);
            tidy();
            var quads =
                    store.read(view -> {
                        try (var file =
                                        FileChannel.open(
                                                part,
                                                StandardOpenOption.CREATE_NEW,
                                                StandardOpenOption.WRITE);
                                var packed =
                                        new GZIPOutputStream(
                                                Channels.newOutputStream(file), 1 << 16);
                                var out = new BufferedOutputStream(packed, 1 << 16)) {
                            var written =
                                    new BackupWriter()
                                            .write(
                                                    view,
                                                    at,
                                                    store.upkeep()::requireUndisturbed,
                                                    out);
                            out.flush();
                            packed.finish();
                            file.force(true);
                            return written;
                        }
                    });
            var read = new BackupReader(part).verify();
            if (read.quads() != quads) throw new IOException("read " + read + ", wrote " + quads);
            var backup = name(part, at);
            log.info("Wrote {}: {} quads of version {}", backup.file(), quads, read.version());
            prune();
            return backup;
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.INSUFFICIENT_STORAGE,
                            "The backup can't be written to " + directory + ".")
                    .causedBy(e);
        } finally {
            delete(part);
        }
    }

    private Backup name(Path part, Instant at) throws IOException {
        var file = directory.resolve(Backup.name(at));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
        return new Backup(file, at);
    }

    /** Removes what a sudden end left half-written. */
    public void tidy() {
        if (!Files.isDirectory(directory)) return;
        try (var files = Files.list(directory)) {
            files.filter(f -> f.getFileName().toString().endsWith(".nq.gz" + UNFINISHED))
                    .forEach(Backups::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prune() {
        var all = all();
        var kept = Retention.kept(all);
        all.stream().filter(b -> !kept.contains(b)).map(Backup::file).forEach(Backups::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} can't be removed: {}", file, e.getMessage());
        }
    }
}
