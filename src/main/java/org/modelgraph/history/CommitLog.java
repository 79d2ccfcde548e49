package org.modelgraph.history;

import org.modelgraph.graph.Version;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * The log of the commits of one store: files of RDF Patch in a directory of the store's epoch.
 *
 * <p>An entry is on disk before the store commits, and is shown when the store has. Whoever opens
 * the log says which version the store is at: an entry above it belongs to a commit that did not
 * take place and is dropped; where the store is above the log, a gap is noted. One process writes;
 * others may read.
 */
final class CommitLog {
    private static final String NO_HISTORY = "committed by a program that kept no history";

    private final Path directory;
    private final UUID epoch;
    private final List<Segment> segments = new ArrayList<>();
    private long visible;
    private Instant segmentBegan = Instant.MAX;

    private CommitLog(Path directory, UUID epoch) throws IOException {
        this.directory = directory;
        this.epoch = epoch;
        if (!Files.isDirectory(directory)) return;
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Segment::isSegment).sorted().toList()) {
                var segment = Segment.open(file);
                if (!segment.isEmpty()) segments.add(segment);
            }
        }
    }

    private static Path directory(Path root, UUID epoch) {
        return root.resolve(epoch.toString());
    }

    /** Opens the log of a store for writing. */
    static CommitLog open(Path root, Version current) throws IOException {
        var log = new CommitLog(directory(root, current.epoch()), current.epoch());
        Files.createDirectories(log.directory);
        log.settle(current.number());
        return log;
    }

    /** Opens the newest log below a root for reading, while another process may write it. */
    static Optional<CommitLog> read(Path root) throws IOException {
        if (!Files.isDirectory(root)) return Optional.empty();
        var newest = Optional.<Path>empty();
        try (var epochs = Files.list(root)) {
            for (var epoch : epochs.filter(Files::isDirectory).toList())
                if (newest.isEmpty() || touched(epoch).isAfter(touched(newest.get())))
                    newest = Optional.of(epoch);
        }
        if (newest.isEmpty()) return Optional.empty();
        var name = newest.get().getFileName().toString();
        var log = new CommitLog(newest.get(), UUID.fromString(name));
        log.visible = log.segments.isEmpty() ? -1 : log.lastMarked();
        return Optional.of(log);
    }

    private static Instant touched(Path epoch) throws IOException {
        return Files.getLastModifiedTime(epoch).toInstant();
    }

    private long lastMarked() {
        var marked = segments.getLast().lastMarked();
        return marked >= 0 || segments.size() < 2
                ? marked
                : segments.get(segments.size() - 2).last();
    }

    UUID epoch() {
        return epoch;
    }

    Path directory() {
        return directory;
    }

    /** True where the log ends at the version that the store is at. */
    synchronized boolean isAt(long current) {
        return visible == current && (segments.isEmpty() || segments.getLast().last() == current);
    }

    /** Brings the log to the version that the store is at. */
    synchronized void settle(long current) throws IOException {
        dropFilesAbove(current);
        while (!segments.isEmpty() && segments.getLast().last() > current) {
            var segment = segments.getLast();
            segment.cut(current);
            if (!segment.isEmpty()) continue;
            Files.deleteIfExists(segment.file());
            segments.removeLast();
        }
        if (!segments.isEmpty() && segments.getLast().last() < current)
            append(current, CommitHeader.write(gap(segments.getLast().last(), current)));
        visible = current;
        if (!segments.isEmpty()) segments.getLast().mark();
    }

    private Commit gap(long from, long to) {
        return new Commit(
                new Version(epoch, to),
                from,
                Instant.now(),
                "modelgraph",
                Optional.empty(),
                0,
                0,
                List.of(),
                0,
                new Commit.Patch.Missing(NO_HISTORY));
    }

    private void dropFilesAbove(long current) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.matches("\\d{1,18}\\.rdfp\\.gz")
                        && Long.parseLong(name.substring(0, name.indexOf('.'))) > current)
                    Files.deleteIfExists(file);
            }
        }
    }

    /** Writes an entry, which is on disk then and not to be seen. */
    synchronized void prepare(Commit commit, byte[] entry, Retention retention) throws IOException {
        if (segments.isEmpty() || isFull(segments.getLast(), retention)) {
            segments.add(Segment.create(directory, commit.number()));
            segmentBegan = commit.at();
        }
        append(commit.number(), entry);
    }

    private void append(long number, byte[] entry) throws IOException {
        segments.getLast().append(number, entry);
    }

    private boolean isFull(Segment segment, Retention retention) throws IOException {
        if (segmentBegan.equals(Instant.MAX)) segmentBegan = commit(segment.place(0).read()).at();
        return segment.size() >= retention.segmentBytes()
                || segmentBegan.plus(retention.segmentAge()).isBefore(Instant.now());
    }

    /** Shows what was prepared, where somebody has seen the store at this version. */
    synchronized void reveal(long seen) {
        if (!segments.isEmpty() && seen <= segments.getLast().last())
            visible = Math.max(visible, seen);
    }

    /** Shows what was prepared: its commit has taken place. */
    synchronized void confirm(long number) throws IOException {
        visible = number;
        segments.getLast().mark();
    }

    /** Lets go what need not be kept any longer. */
    synchronized void prune(Retention retention) throws IOException {
        var now = Instant.now();
        while (segments.size() > 1
                && (retention.isTooLarge(size())
                        || retention.isTooOld(
                                commit(lastPlace(segments.getFirst()).read()).at(), now))) {
            var oldest = segments.removeFirst();
            for (var i = 0; i < oldest.count(); i++)
                if (commit(oldest.place(i).read()).patch() instanceof Commit.Patch.Filed(var file))
                    Files.deleteIfExists(directory.resolve(file));
            Files.deleteIfExists(oldest.file());
        }
    }

    private static Segment.Place lastPlace(Segment segment) {
        return segment.place(segment.count() - 1);
    }

    /** How much room the log takes up, in bytes. */
    long size() throws IOException {
        var size = 0L;
        try (var files = Files.list(directory)) {
            for (var file : files.toList())
                try {
                    size += Files.size(file);
                } catch (NoSuchFileException e) {
                    // it went meanwhile
                }
        }
        return size;
    }

    /** The number of the newest version that is shown. */
    synchronized long newest() {
        return visible;
    }

    /** The number of the oldest version from which on all entries are kept. */
    synchronized long oldest() throws IOException {
        if (segments.isEmpty() || segments.getFirst().first() > visible) return visible;
        return commit(segments.getFirst().place(0).read()).previous();
    }

    /** The entries whose numbers lie above one bound and not above another, oldest first. */
    synchronized List<Segment.Place> places(long above, long upTo) {
        var places = new ArrayList<Segment.Place>();
        for (var segment : segments) {
            if (segment.isEmpty() || segment.last() <= above) continue;
            var index = segment.indexOf(above + 1);
            for (; index < segment.count(); index++) {
                var place = segment.place(index);
                if (segment.numberAt(index) <= Math.min(upTo, visible)) places.add(place);
            }
        }
        return places;
    }

    static Commit commit(byte[] entry) {
        return CommitHeader.read(entry);
    }

    /** The changes of a commit as RDF Patch, between TX and TC. */
    InputStream changes(Commit commit, byte[] entry) throws IOException {
        if (!(commit.patch() instanceof Commit.Patch.Filed(var file)))
            return new ByteArrayInputStream(entry);
        return new GZIPInputStream(Files.newInputStream(directory.resolve(file)), 1 << 16);
    }
}
