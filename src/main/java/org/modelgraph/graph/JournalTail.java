package org.modelgraph.graph;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Adler32;

/**
 * Drops the half-written end of a TDB2 journal.
 *
 * <p>A commit writes its entries to the journal, then a COMMIT record, forces both to disk, carries
 * the entries over to the files, empties the journal, and only then is acknowledged. So what stands
 * behind the last COMMIT record belongs to no acknowledged commit. TDB2 6.0.0 ignores such entries
 * where they are whole, and refuses to open the store where the last one is not, as the sudden end
 * of a process leaves it.
 */
final class JournalTail {
    private static final Logger log = LoggerFactory.getLogger(JournalTail.class);

    /** The journal of a generation. */
    static final String FILE = "journal.jrnl";

    /** Length of the data, checksum of the entry, type, component: four bytes each. */
    private static final int HEADER = 16;

    private static final int CHECKSUM_AT = 4;
    private static final int COMMIT = 3;
    private static final int ABORT = 4;

    private JournalTail() {}

    /**
     * What stands in a journal.
     *
     * @param size how many bytes there are
     * @param whole how many of them TDB2 can read: all where every entry is whole, else those up to
     *     the last COMMIT or ABORT record before the broken entry
     */
    record State(long size, long whole) {
        boolean isTorn() {
            return whole < size;
        }
    }

    /** Looks at the journal of a generation without changing it; a missing one is empty. */
    static State of(Path generation) {
        var file = generation.resolve(FILE);
        try {
            if (!Files.exists(file)) return new State(0, 0);
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return new State(channel.size(), whole(channel));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops what {@link State#isTorn} finds, and forces that to disk; touches no sound journal. */
    static void drop(Path generation) {
        var state = of(generation);
        if (!state.isTorn()) return;
        log.warn(
                "Dropped {} bytes of a commit that was never finished from {}",
                state.size() - state.whole(),
                generation.resolve(FILE));
        try (var channel = FileChannel.open(generation.resolve(FILE), StandardOpenOption.WRITE)) {
            channel.truncate(state.whole());
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long whole(FileChannel channel) throws IOException {
        var decided = 0L;
        var position = 0L;
        while (position < channel.size()) {
            var entry = read(channel, position);
            if (entry.end < 0) return decided;
            position = entry.end;
            if (entry.type == COMMIT || entry.type == ABORT) decided = position;
        }
        return position;
    }

    /** One entry; its end is below 0 where it is not whole. */
    private record Entry(long end, int type) {
        private static final Entry BROKEN = new Entry(-1, 0);
    }

    private static Entry read(FileChannel channel, long position) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        if (!fill(channel, header, position)) return Entry.BROKEN;
        var length = Math.max(0, header.getInt(0));
        var checksum = header.getInt(CHECKSUM_AT);
        var type = header.getInt(2 * CHECKSUM_AT);
        var end = position + HEADER + length;
        if (end > channel.size() || type < 1 || type > ABORT) return Entry.BROKEN;
        var data = ByteBuffer.allocate(length);
        if (!fill(channel, data, position + HEADER)) return Entry.BROKEN;
        var sum = new Adler32();
        header.putInt(CHECKSUM_AT, 0);
        sum.update(header.array());
        if (length > 0) sum.update(data.array());
        return (int) sum.getValue() == checksum ? new Entry(end, type) : Entry.BROKEN;
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer, long from)
            throws IOException {
        while (buffer.hasRemaining())
            if (channel.read(buffer, from + buffer.position()) < 0) return false;
        return true;
    }
}
