package org.modelgraph.replication;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.modelgraph.graph.LogPlace;
import org.modelgraph.history.Disk;
import org.modelgraph.history.PatchText;
import org.modelgraph.history.Segment;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A log in a directory that several processes share: files of RDF Patch, and a file each for
 * changes that are many. A lock, held while an entry is appended, and the number of the writer's
 * term keep a writer out that another one has taken the place of, also one that was only asleep.
 */
final class FileLog implements ReplicationLog {
    private static final long SEGMENT_BYTES = 16 << 20;
    private static final long BEAT_MILLIS = 20;

    private final Path directory;
    private final WriterOffice office;
    private final String name;
    private final List<Segment> segments = new ArrayList<>();

    private FileLog(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        office = new WriterOffice(directory);
        name = office.nameOfLog();
        follow();
    }

    /**
     * Opens the log in a directory, which is made if it is missing.
     *
     * @throws Problem where that can't be done
     */
    static FileLog open(Path directory) {
        try {
            return new FileLog(directory);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static Problem unusable(Path directory, IOException e) {
        return Problem.of(
                        Problem.Kind.NOT_READY, "The log in " + directory + " can't be used: " + e)
                .hint("Let the process read and write there.")
                .causedBy(e);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized long acquire() {
        try (var _ = office.enter()) {
            office.take();
            follow();
            return last();
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    @Override
    public synchronized OptionalLong resume() {
        try (var _ = office.enter()) {
            if (!office.isMine()) return OptionalLong.empty();
            follow();
            return OptionalLong.of(last());
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private long last() {
        return segments.isEmpty() ? NOWHERE : segments.getLast().last();
    }

    /** Takes up what other processes have appended or taken away. */
    private void follow() throws IOException {
        var found = found();
        if (!segments.isEmpty() && Files.exists(segments.getLast().file()))
            segments.getLast().follow();
        for (var file : found) {
            if (segments.stream().anyMatch(s -> s.file().equals(file))) continue;
            var segment = Segment.open(file);
            if (!segment.isEmpty()) segments.add(segment);
        }
        while (segments.size() > 1 && !Files.exists(segments.getFirst().file()))
            segments.removeFirst();
    }

    /** What there is, listed before the last known one is read: a later one follows its end. */
    private List<Path> found() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(Segment::isSegment).sorted().toList();
        }
    }

    @Override
    public synchronized Outcome append(EntryHeader header, Content content) {
        try (var _ = office.enter()) {
            if (!office.isMine()) return new Outcome.Fenced();
            follow();
            var place = last() + 1;
            var entry = entry(place, header, content);
            try {
                var isFull = segments.isEmpty() || segments.getLast().size() > SEGMENT_BYTES;
                var segment = isFull ? Segment.create(directory, place) : segments.getLast();
                segment.append(place, entry);
                if (isFull) segments.add(segment);
            } catch (IOException e) {
                return new Outcome.Unknown(e);
            }
            return new Outcome.Kept(new LogPlace(name, place));
        } catch (IOException e) {
            return new Outcome.Refused(e);
        }
    }

    private byte[] entry(long place, EntryHeader header, Content content) throws IOException {
        return switch (content) {
            case Content.Held held -> PatchText.whole(header.write(), held.lines());
            case Content.Filed(var file, _) -> {
                file(file, changes(place));
                yield header.write();
            }
        };
    }

    private Path changes(long place) {
        return directory.resolve("%019d.rdfp.gz".formatted(place));
    }

    private void file(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Disk.force(directory);
    }

    @Override
    public Reading read(long after, int most, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = read(after, most);
            if (!found.isEmpty()) return Reading.of(found);
            if (System.nanoTime() > end) return new Reading(found, after);
            try {
                Thread.sleep(BEAT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reading(found, after);
            }
        }
    }

    private synchronized List<Entry> read(long after, int most) {
        var found = new ArrayList<Entry>();
        try {
            if (last() <= after) follow();
            for (var segment : segments) {
                if (segment.last() <= after) continue;
                for (var i = segment.indexOf(after + 1); i < segment.count(); i++) {
                    if (found.size() == most) return found;
                    found.add(entry(segment.numberAt(i), segment.place(i).read()));
                }
            }
            return found;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private Entry entry(long place, byte[] bytes) {
        var isHeld = new String(bytes, UTF_8).endsWith(new String(PatchText.END, UTF_8));
        var content = isHeld ? new Content.Held(bytes) : new Content.Filed(changes(place), false);
        return new Entry(new LogPlace(name, place), EntryHeader.read(bytes), content);
    }

    @Override
    public synchronized long newest() {
        try {
            follow();
            return last();
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    @Override
    public synchronized void prune(long before) {
        try {
            while (segments.size() > 1 && segments.getFirst().last() < before) {
                var oldest = segments.removeFirst();
                for (var place = oldest.first(); place <= oldest.last(); place++)
                    Files.deleteIfExists(changes(place));
                Files.deleteIfExists(oldest.file());
            }
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    @Override
    public void close() {
        // nothing is held open between two calls
    }
}
