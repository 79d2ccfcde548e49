package org.modelgraph.graph;

import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes that have to be UTF-8. Jena's readers put U+FFFD in the place of what is not, without a
 * word; here it is an error with its line.
 */
final class CheckedText extends FilterInputStream {
    private static final int LONGEST_CHARACTER = 4;

    private final String name;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8192);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private int line = 1;

    /**
     * Checked bytes.
     *
     * @param name how the user calls the text
     */
    CheckedText(String name, InputStream in) {
        super(in);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var n = super.read(target, offset, length);
        check(ByteBuffer.wrap(target, offset, Math.max(0, n)), n < 0);
        return n;
    }

    private void check(ByteBuffer fresh, boolean end) {
        var bytes = ByteBuffer.allocate(rest.remaining() + fresh.remaining());
        bytes.put(rest).put(fresh).flip();
        while (true) {
            var begin = bytes.position();
            var result = decoder.decode(bytes, scratch.clear(), end);
            for (var i = begin; i < bytes.position(); i++) if (bytes.get(i) == '\n') line++;
            if (result.isError() || (end && bytes.hasRemaining() && !result.isOverflow()))
                throw Problem.of(
                                Problem.Kind.MALFORMED_DATA,
                                name + ":" + line + ": there are bytes that are not UTF-8.")
                        .at(new Position(line, 1))
                        .hint("Save the text as UTF-8.");
            if (!result.isOverflow()) break;
        }
        rest = bytes.slice();
        if (rest.remaining() > LONGEST_CHARACTER) throw new IllegalStateException("undecoded");
    }
}
