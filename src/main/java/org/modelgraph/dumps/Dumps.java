package org.modelgraph.dumps;

import org.apache.jena.graph.Node;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The dump of the last version that was asked for; files appear when they are whole. */
public final class Dumps {
    private static final List<Format> SYNTAXES = List.of(Format.N_QUADS, Format.TRIG);

    private final Path directory;
    private Optional<Dump> last = Optional.empty();

    /**
     * Dumps in a directory of their own.
     *
     * @param directory made where it is missing
     */
    public Dumps(Path directory) {
        this.directory = directory;
    }

    /** The dump of what a view shows. */
    public synchronized Dump of(View view) {
        var version = view.version().toString();
        var held = last.filter(dump -> dump.version().equals(version));
        if (held.isPresent()) return held.get();
        try {
            Files.createDirectories(directory);
            var files = new ArrayList<Dump.File>();
            for (var syntax : SYNTAXES) files.add(write(view, syntax));
            var dump = new Dump(version, count(view), List.copyOf(files));
            last = Optional.of(dump);
            return dump;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(View view) {
        var quads = view.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        var count = 0L;
        for (; quads.hasNext(); quads.next()) count++;
        return count;
    }

    private Dump.File write(View view, Format syntax) throws IOException {
        var name = "modelgraph." + syntax.extension() + ".gz";
        var part = directory.resolve(name + ".part");
        var digest = sha256();
        try (var file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                var hashed = new DigestOutputStream(file, digest);
                var packed = new GZIPOutputStream(hashed, 1 << 16)) {
            AnswerWriter.write(view.dataset(), syntax, packed);
        }
        var whole = directory.resolve(name);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        return new Dump.File(
                whole, name, Files.size(whole), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
