package org.modelgraph.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** Reading and writing at places in files. */
public final class Disk {
    private Disk() {}

    /** Up to so many bytes; fewer where the file ends. */
    static byte[] read(FileChannel channel, long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining())
            if (channel.read(bytes, position + bytes.position()) < 0) break;
        return bytes.hasRemaining()
                ? Arrays.copyOf(bytes.array(), bytes.position())
                : bytes.array();
    }

    public static void write(FileChannel channel, long position, ByteBuffer bytes)
            throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes, position + bytes.position());
    }

    /** Makes sure that the names in a directory are on disk, where the system can. */
    public static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            // a system that does not open directories
        }
    }
}
