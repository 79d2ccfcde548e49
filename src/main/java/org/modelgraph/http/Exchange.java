package org.modelgraph.http;

import io.javalin.http.Context;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Negotiation;
import org.modelgraph.sparql.Parameter;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One request and its response, in the words of this server. */
public record Exchange(Context context) {
    /** Query and update texts longer than this are refused, in bytes. */
    static final int TEXT_LIMIT = 1 << 20;

    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String TEXT = "modelgraph.text";
    private static final String PARAMETERS = "modelgraph.parameters";

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
        List<Parameter> known = context.attribute(PARAMETERS);
        if (known != null) return known;
        var query = context.queryString();
        var read = query == null ? List.<Parameter>of() : Parameter.parse(query);
        context.attribute(PARAMETERS, read);
        return read;
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
        var text = new Body(this).text(TEXT_LIMIT);
        context.attribute(TEXT, text);
        return text;
    }

    /** The body as it comes, unpacked where it is sent packed. */
    InputStream body() {
        return new Body(this).stream();
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
