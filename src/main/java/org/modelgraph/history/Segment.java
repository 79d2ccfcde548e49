package org.modelgraph.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * One file of the log. Entries stand one after the other, each behind a line {@code #+ NUMBER
 * LENGTH CRC32C}; a line {@code #= NUMBER} behind an entry says that its commit took place. Since
 * both are comments of RDF Patch, the file as a whole is one.
 */
public final class Segment {
    private static final int LONGEST_LINE = 64;
    private static final String SUFFIX = ".rdfp";

    private final Path file;
    private long[] numbers = new long[64];
    private long[] starts = new long[64];
    private int count;
    private long end;
    private boolean marked = true;

    private Segment(Path file) {
        this.file = file;
    }

    /** A new segment that begins with an entry of this number. */
    public static Segment create(Path directory, long number) throws IOException {
        var file = directory.resolve("%019d".formatted(number) + SUFFIX);
        Files.write(file, new byte[0]);
        Disk.force(directory);
        return new Segment(file);
    }

    /** True of a file that is named as segments are. */
    public static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{19}\\.rdfp");
    }

    /** A segment that is there; what was not written to its end stays out of sight. */
    public static Segment open(Path file) throws IOException {
        var segment = new Segment(file);
        try (var channel = FileChannel.open(file)) {
            segment.scan(channel);
        }
        return segment;
    }

    /** Takes up what another process has appended. */
    public void follow() throws IOException {
        try (var channel = FileChannel.open(file)) {
            scan(channel);
        }
    }

    private void scan(FileChannel channel) throws IOException {
        var size = channel.size();
        while (end < size) {
            var line = line(channel, end);
            if (!line.endsWith("\n")) return;
            var words = line.strip().split(" ");
            if (line.startsWith("#= ") && words.length == 2) {
                marked = true;
                end += line.length();
                continue;
            }
            if (!line.startsWith("#+ ") || words.length != 4) return;
            var next = end + line.length() + Long.parseLong(words[2]);
            if (next > size || (next + LONGEST_LINE >= size && !isSound(channel, end))) return;
            enter(Long.parseLong(words[1]), next);
        }
    }

    private static String line(FileChannel channel, long position) throws IOException {
        var bytes = Disk.read(channel, position, LONGEST_LINE);
        var text = new String(bytes, StandardCharsets.US_ASCII);
        return text.substring(0, Math.min(text.length(), text.indexOf('\n') + 1));
    }

    private static boolean isSound(FileChannel channel, long start) throws IOException {
        var line = line(channel, start);
        var words = line.strip().split(" ");
        var payload = Disk.read(channel, start + line.length(), Integer.parseInt(words[2]));
        return words[3].equals(checksum(payload));
    }

    private static String checksum(byte[] payload) {
        var crc = new CRC32C();
        crc.update(payload);
        return "%08x".formatted(crc.getValue());
    }

    private void enter(long number, long next) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        numbers[count] = number;
        starts[count] = end;
        count++;
        end = next;
        marked = false;
    }

    /** Writes an entry; when this returns, it is on disk. */
    public void append(long number, byte[] entry) throws IOException {
        var line = "#+ " + number + " " + entry.length + " " + checksum(entry) + "\n";
        var bytes = ByteBuffer.allocate(line.length() + entry.length);
        bytes.put(line.getBytes(StandardCharsets.US_ASCII)).put(entry).flip();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            Disk.write(channel, end, bytes);
            channel.force(false);
        }
        enter(number, end + bytes.limit());
    }

    /** Says for readers in other processes that the last commit took place. */
    void mark() throws IOException {
        if (marked || count == 0) return;
        var line = ("#= " + numbers[count - 1] + "\n").getBytes(StandardCharsets.US_ASCII);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Disk.write(channel, end, ByteBuffer.wrap(line));
        }
        end += line.length;
        marked = true;
    }

    /** Takes away all entries above a number. */
    void cut(long number) throws IOException {
        if (isEmpty() || last() <= number) return;
        while (count > 0 && numbers[count - 1] > number) end = starts[--count];
        marked = true;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.force(false);
        }
    }

    /** True where it has no entry. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The number of its first entry. */
    public long first() {
        return numbers[0];
    }

    /** The number of its last entry. */
    public long last() {
        return numbers[count - 1];
    }

    /** The last entry whose commit took place, as far as the file says so. */
    long lastMarked() {
        if (marked || count == 0) return isEmpty() ? -1 : last();
        return count > 1 ? numbers[count - 2] : -1;
    }

    /** The size in bytes. */
    public long size() {
        return end;
    }

    /** Where it stands. */
    public Path file() {
        return file;
    }

    /** Where an entry stands. */
    public record Place(Path file, long start) {
        /** The entry that stands there. */
        public byte[] read() throws IOException {
            return Segment.read(file, start);
        }
    }

    /** The index of the first entry whose number is not below another. */
    public int indexOf(long number) {
        var found = Arrays.binarySearch(numbers, 0, count, number);
        return found >= 0 ? found : -found - 1;
    }

    /** How many entries it has. */
    public int count() {
        return count;
    }

    /** The number of an entry, by its index. */
    public long numberAt(int index) {
        return numbers[index];
    }

    /** The place of an entry, by its index. */
    public Place place(int index) {
        return new Place(file, starts[index]);
    }

    private static byte[] read(Path file, long start) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var line = line(channel, start);
            var words = line.strip().split(" ");
            if (words.length != 4) throw new IOException("no entry at " + start + " in " + file);
            var payload = Disk.read(channel, start + line.length(), Integer.parseInt(words[2]));
            if (!words[3].equals(checksum(payload)))
                throw new IOException("the entry at " + start + " in " + file + " is damaged");
            return payload;
        }
    }
}
