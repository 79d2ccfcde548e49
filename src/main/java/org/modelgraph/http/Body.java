package org.modelgraph.http;

import org.modelgraph.graph.WholeInput;
import org.modelgraph.problem.Problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The body of a request, which has to come at a certain pace ({@link PacedInput}). */
record Body(Exchange exchange) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

    /**
     * It as text.
     *
     * @param limit how many bytes it may have
     * @throws Problem where it has more, or is no UTF-8
     */
    String text(int limit) {
        requireUtf8();
        var bytes = read(stream(), limit);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body is not UTF-8.").causedBy(e);
        }
    }

    /** UTF-16 may well be read as UTF-8, full of NULs: what is declared otherwise is refused. */
    private void requireUtf8() {
        var charset = CHARSET.matcher(exchange.contentType());
        if (charset.find() && !charset.group(1).matches("(?i)utf-?8|us-ascii"))
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                            "The charset " + charset.group(1) + " is not understood.")
                    .hint("Send the text as UTF-8.");
    }

    /** It as it comes, unpacked where it is sent packed. */
    InputStream stream() {
        var encoding = exchange.header("Content-Encoding").orElse("identity");
        InputStream sent = new PacedInput(exchange.context().bodyInputStream());
        if (RepeatKey.isOn(exchange)) sent = Fingerprint.of(exchange).over(sent);
        return switch (encoding) {
            case "identity" -> new WholeInput(sent);
            case "gzip", "x-gzip" -> new WholeInput(unpacked(sent));
            default ->
                    throw Problem.of(
                                    Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                                    "Content-Encoding " + encoding + " is not understood.")
                            .hint("Send the body plain or with gzip.");
        };
    }

    private static InputStream unpacked(InputStream packed) {
        try {
            return new GZIPInputStream(packed);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body is no gzip.").causedBy(e);
        }
    }

    private static byte[] read(InputStream in, int limit) {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > limit)
                    throw Problem.of(
                            Problem.Kind.TOO_LARGE, "The text is longer than " + limit + " bytes.");
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
