package org.modelgraph.audit;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

/**
 * A file of JSON objects, one a line, each on disk when {@link #append} returns. A full file is
 * renamed with the time, such as {@code audit-20261127T081500.123Z.jsonl}, and never touched again.
 */
final class AuditFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path file;
    private final long most;

    /**
     * A file that need not exist yet.
     *
     * @param most how large it becomes before the next one begins, in bytes
     */
    AuditFile(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    synchronized void append(Map<String, Object> members) throws IOException {
        var line = (JSON.writeValueAsString(members) + "\n").getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file)) {
            if (Files.size(file) + line.length > most) Files.move(file, full());
        }
        if (!Files.exists(file)) create();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
        }
    }

    private Path full() {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var stem = dot < 0 ? name : name.substring(0, dot);
        var ending = dot < 0 ? "" : name.substring(dot);
        var at = Instant.now();
        var target = file.resolveSibling(stem + "-" + STAMP.format(at) + ending);
        while (Files.exists(target)) {
            at = at.plusMillis(1);
            target = file.resolveSibling(stem + "-" + STAMP.format(at) + ending);
        }
        return target;
    }

    private void create() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        else Files.createFile(file);
        try (var directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        } catch (java.nio.file.AccessDeniedException e) {
            // a system that does not open directories
        }
    }
}
