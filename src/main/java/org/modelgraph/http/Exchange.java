package org.modelgraph.http;

import io.javalin.http.Context;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.modelgraph.graph.WholeInput;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;
import org.modelgraph.sparql.Parameter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** One request and its response, in the words of this server. */
public record Exchange(Context context) {
    /** Query and update texts longer than this are refused, in bytes. */
    static final int TEXT_LIMIT = 1 << 20;

    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final String TEXT = "modelgraph.text";

    /** The body, where it has been read as text. */
    Optional<String> readText() {
        return Optional.ofNullable(context.<String>attribute(TEXT));
    }

    /** The method of the request, such as {@code GET}. */
    public String method() {
        return context.req().getMethod();
    }

    /** The Accept header; empty if absent. */
    public String accept() {
        return Optional.ofNullable(context.header("Accept")).orElse("");
    }

    /** The Content-Type header; empty if absent. */
    public String contentType() {
        return Optional.ofNullable(context.header("Content-Type")).orElse("");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /** The parameters of the URL, in order. */
    public List<Parameter> parameters() {
        return Parameter.parse(Optional.ofNullable(context.queryString()).orElse(""));
    }

    /** One parameter of the URL; the first where it is repeated. */
    public Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(p -> p.name().equals(name))
                .map(Parameter::value)
                .filter(v -> !v.isBlank())
                .findFirst();
    }

    /**
     * One parameter of the URL that has to be there.
     *
     * @param hint what to send, for who did not
     * @throws Problem 400 where it is missing or blank
     */
    public String required(String name, String hint) {
        return parameter(name)
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.BAD_REQUEST,
                                        "The parameter " + name + " is missing.")
                                .hint(hint));
    }

    /**
     * The language that the reader wants: {@code ?lang=}, else by Accept-Language, else English.
     */
    public String language() {
        return parameter("lang")
                .filter(l -> l.equals("en") || l.equals("zh"))
                .or(() ->
                        Negotiation.of(
                                        header("Accept-Language")
                                                .orElse("")
                                                .replaceAll(
                                                        "([a-zA-Z]{2})(-[a-zA-Z0-9-]+)?", "$1/x"))
                                .choose(List.of("en", "zh"), l -> List.of(l + "/x")))
                .orElse("en");
    }

    /**
     * The body as text.
     *
     * @throws Problem where it is longer than {@link #TEXT_LIMIT} or no UTF-8
     */
    public String text() {
        requireUtf8();
        var bytes = read(body(), TEXT_LIMIT);
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            context.attribute(TEXT, text);
            return text;
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body is not UTF-8.").causedBy(e);
        }
    }

    /** UTF-16 may well be read as UTF-8, full of NULs: what is declared otherwise is refused. */
    private void requireUtf8() {
        var charset = CHARSET.matcher(contentType());
        if (charset.find() && !charset.group(1).matches("(?i)utf-?8|us-ascii"))
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                            "The charset " + charset.group(1) + " is not understood.")
                    .hint("Send the text as UTF-8.");
    }

    /** The body as it comes, unpacked where it is sent packed. */
    InputStream body() {
        var encoding = header("Content-Encoding").orElse("identity");
        var sent = Fingerprint.of(this).over(new PacedInput(context.bodyInputStream()));
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

    /**
     * An output whose status line waits: 200, with the type of the format; with an entity tag where
     * the answer is short.
     */
    HeldOutput answer(Format format) {
        return HeldOutput.of(this, format, Optional.empty());
    }

    /** True of a client that takes packed answers. */
    boolean takesGzip() {
        return header("Accept-Encoding").orElse("").contains("gzip");
    }

    /** The address by which this client reaches the server: the one that is set, if one is. */
    public String publicBase(Optional<String> set) {
        return set.orElseGet(() -> context.scheme() + "://" + context.host());
    }

    /** Says that the answer depends on what the client accepts. */
    public void vary() {
        context.header("Vary", "Accept, Accept-Language, Accept-Encoding");
    }

    /** Sends a page. */
    public void page(int status, String html) {
        vary();
        context.status(status)
                .contentType(Format.HTML.contentType())
                .header("Content-Language", language())
                .result(html);
    }

    /** Sends the client elsewhere, with GET. */
    public void seeOther(String address) {
        vary();
        context.status(303).header("Location", address);
    }

    /** The path of the request. */
    public String path() {
        return context.path();
    }

    /** The part of the path that stands for a name of its {@link Routing}. */
    public String part(String name) {
        return context.pathParam(name);
    }

    /** The rules that the answer gives a browser, as they stand. */
    public String contentPolicy() {
        var policy = context.res().getHeader(CONTENT_POLICY);
        return policy == null ? "" : policy;
    }

    /** Gives a browser other rules. */
    public void contentPolicy(String policy) {
        context.header(CONTENT_POLICY, policy);
    }

    /** Sets a header of the answer. */
    public void header(String name, String value) {
        context.header(name, value);
    }

    /** Sets the status of the answer. */
    public void status(int status) {
        context.status(status);
    }

    /** Sends a whole body. */
    public void send(String contentType, String caching, byte[] body) {
        vary();
        context.contentType(contentType).header("Cache-Control", caching).result(body);
    }

    /** Ends the connection, so that a body that is not whole can't be taken for one that is. */
    void cut() {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** The query of the address with its question mark; empty where there is none. */
    public String queryPart() {
        return Optional.ofNullable(context.queryString()).map(q -> "?" + q).orElse("");
    }
}
