package org.modelgraph.ingest.format;

import org.modelgraph.ingest.CountedInput;
import org.modelgraph.problem.Problem;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file that is imported.
 *
 * @param path the file
 * @param name how the file is known: its path below the directory that was named, with slashes
 * @param shown how messages call it
 * @param progress is told how many bytes were read
 */
public record SourceFile(Path path, String name, String shown, LongConsumer progress) {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    /** The name without folders and without {@code .gz}. */
    public String fileName() {
        return plainName().substring(plainName().lastIndexOf('/') + 1);
    }

    /** The name without {@code .gz}. */
    public String plainName() {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** Work on the text of a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Reader text) throws IOException;
    }

    /**
     * Reads the text, which is UTF-8 with or without a byte order mark, packed with gzip or not.
     *
     * @throws Problem where the file can't be read or is no UTF-8
     */
    public <T> T text(Reading<T> work) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = open();
                var text = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16)) {
            return work.from(text);
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, shown() + ": the text is no UTF-8")
                    .hint("Save the file as UTF-8.")
                    .causedBy(e);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            shown() + " can't be read: " + e.getMessage())
                    .causedBy(e);
        }
    }

    /** The bytes, unpacked, without a byte order mark. */
    public InputStream open() throws IOException {
        var counted = CountedInput.of(Files.newInputStream(path), progress);
        var packed = name.endsWith(".gz") ? new GZIPInputStream(counted) : counted;
        return withoutMark(new BufferedInputStream(packed, 1 << 16));
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        var pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        var head = pushback.readNBytes(BYTE_ORDER_MARK.length);
        var marked = head.length == BYTE_ORDER_MARK.length;
        for (var i = 0; marked && i < head.length; i++)
            marked = (head[i] & 0xFF) == BYTE_ORDER_MARK[i];
        if (!marked) pushback.unread(head);
        return pushback;
    }
}
