package org.modelgraph.maintenance;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads backups, and lets none pass that is not whole or not as it was written. */
public final class BackupReader {
    private final Path file;

    public BackupReader(Path file) {
        this.file = file;
    }

    /**
     * What a backup says of itself.
     *
     * @param ledger the entries of the ledger
     */
    public record Contents(
            Instant created, Version version, Map<String, String> ledger, long quads) {}

    /**
     * Reads the whole file once.
     *
     * @throws Problem where it is missing, no backup, truncated or altered
     */
    public Contents verify() {
        try (var in = open()) {
            return verify(in);
        } catch (NoSuchFileException e) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no file " + file + ".").causedBy(e);
        } catch (EOFException e) {
            throw broken("is truncated").causedBy(e);
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            throw broken("can't be read as a backup").causedBy(e);
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
    }

    private Problem broken(String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, "The backup " + file + " " + what + ".")
                .hint("Nothing was changed. Restore another backup.");
    }

    private Contents verify(InputStream in) throws IOException {
        var digest = BackupWriter.sha256();
        var head = new LinkedHashMap<String, String>();
        var ledger = new LinkedHashMap<String, String>();
        var quads = 0L;
        for (var line = line(in); line.length > 0; line = line(in)) {
            var text = line[0] == '#' ? new String(line, StandardCharsets.UTF_8).strip() : "";
            if (text.startsWith(BackupWriter.HASH)) {
                head.put(BackupWriter.HASH, text.substring(BackupWriter.HASH.length()));
                if (in.read() >= 0) throw broken("goes on behind its end");
                break;
            }
            digest.update(line);
            if (text.isEmpty()) quads++;
            else if (text.startsWith(BackupWriter.ENTRY)) enter(text, ledger);
            else head.put(key(text), text.substring(key(text).length()));
        }
        if (!head.containsKey(BackupWriter.HASH)) throw broken("is truncated");
        if (!head.get(BackupWriter.HASH).equals(HexFormat.of().formatHex(digest.digest())))
            throw broken("was altered: its hash is another one");
        return contents(head, ledger, quads);
    }

    private Contents contents(Map<String, String> head, Map<String, String> ledger, long quads) {
        if (!head.containsKey(BackupWriter.FIRST)) throw broken("is no backup");
        if (Long.parseLong(head.getOrDefault(BackupWriter.QUADS, "-1")) != quads)
            throw broken("holds " + quads + " quads, which is not the number that it names");
        return new Contents(
                Instant.parse(head.getOrDefault(BackupWriter.CREATED, "")),
                Version.ofIri(head.getOrDefault(BackupWriter.VERSION, "")),
                ledger,
                quads);
    }

    private static String key(String text) {
        if (text.equals(BackupWriter.FIRST)) return text;
        var blank = text.indexOf(' ', 2);
        return blank < 0 ? text : text.substring(0, blank + 1);
    }

    private static void enter(String text, Map<String, String> ledger) {
        var parts = text.substring(BackupWriter.ENTRY.length()).split(" ", 2);
        if (parts.length < 2) throw new IllegalArgumentException(text);
        ledger.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts[1]);
    }

    /** The bytes up to a line's end, that included; none at the end of the file. */
    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (var b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') break;
        }
        return line.toByteArray();
    }

    /** Sends all quads, with blank nodes as they were. */
    void send(StreamRDF sink) {
        try (var in = open()) {
            RDFParser.source(in)
                    .lang(Lang.NQUADS)
                    .labelToNode(LabelToNode.createUseLabelAsGiven())
                    .parse(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RiotException e) {
            throw broken("can't be parsed").causedBy(e);
        }
    }
}
