package org.modelgraph.problem;

import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * The one exception by which every part of the program says what went wrong, where, and what would
 * help. The HTTP side writes it as a problem document (RFC 9457); the command line prints it.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong; each kind has one HTTP status and one type of its own. */
    public enum Kind {
        ELSEWHERE(307, "Another server takes writes"),
        BAD_REQUEST(400, "Bad request"),
        MALFORMED_QUERY(400, "The query can't be parsed"),
        MALFORMED_DATA(400, "The data can't be parsed"),
        REFUSED_QUERY(400, "The query asks for something this server does not do"),
        UNAUTHORIZED(401, "Authentication is needed"),
        FORBIDDEN(403, "Not allowed"),
        REPLICA(403, "This server takes no writes"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "None of the accepted formats is on offer"),
        REQUEST_TIMEOUT(408, "The request came too slowly"),
        CONFLICT(409, "The data are not as the request supposes"),
        GONE(410, "No longer kept"),
        PRECONDITION_FAILED(412, "The data have changed since"),
        TOO_LARGE(413, "The request is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
        INVALID_DATA(422, "The data break the shapes of the ontology"),
        UNPROCESSABLE(422, "The request is understood and can't be carried out"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        TOO_MANY_TRIES(429, "Too many failed tries"),
        INTERNAL(500, "Something went wrong on the server"),
        NOT_IMPLEMENTED(501, "Not implemented"),
        REMOTE_FAILED(502, "Another server failed"),
        BAD_GATEWAY(502, "The remote store failed"),
        BUSY(503, "The server is busy"),
        STOPPED(503, "The query was stopped"),
        TIMEOUT(503, "The query ran longer than allowed"),
        NOT_READY(503, "The server is not ready"),
        BEHIND(503, "The server has not come that far yet"),
        UNKNOWN_OUTCOME(503, "It is not known whether the write took place"),
        GATEWAY_TIMEOUT(504, "The remote store did not answer in time"),
        INSUFFICIENT_STORAGE(507, "There is no room for a write");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status code that tells this kind. */
        public int status() {
            return status;
        }

        /** A short English summary, the same for every problem of this kind. */
        public String title() {
            return title;
        }

        /** The last segment of the problem type's address, such as {@code malformed-query}. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What proves a problem: extension members of the document, and the same as RDF. */
    public interface Evidence {
        /** Members of the problem document (RFC 9457 §3.2): values that JSON can hold. */
        Map<String, Object> members();

        /** The same in RDF. */
        Graph graph();
    }

    private final Kind kind;
    private final String detail;
    private final @Nullable Position position;
    private final @Nullable String hint;
    private transient @Nullable Evidence evidence;

    private Problem(
            Kind kind,
            String detail,
            @Nullable Position position,
            @Nullable String hint,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.kind = kind;
        this.detail = detail;
        this.position = position;
        this.hint = hint;
    }

    /** A problem told by its kind and one sentence of detail. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, null, null, null);
    }

    /** The same problem with a place in the text that caused it. */
    public Problem at(Position where) {
        return new Problem(kind, detail, where, hint, getCause());
    }

    /** The same problem with a way out. */
    public Problem hint(String wayOut) {
        return new Problem(kind, detail, position, wayOut, getCause());
    }

    /** The same problem, remembering what caused it (for the log, never for the client). */
    public Problem causedBy(Throwable cause) {
        return new Problem(kind, detail, position, hint, cause);
    }

    /** The same problem with what proves it; to be said last. */
    public Problem provenBy(Evidence proof) {
        var proven = new Problem(kind, detail, position, hint, getCause());
        proven.evidence = proof;
        return proven;
    }

    public Optional<Evidence> evidence() {
        return Optional.ofNullable(evidence);
    }

    public Kind kind() {
        return kind;
    }

    /** One sentence on this occurrence. */
    public String detail() {
        return detail;
    }

    public Optional<Position> position() {
        return Optional.ofNullable(position);
    }

    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The problem in one or two lines, for a terminal. */
    public String inWords() {
        var place = position().map(p -> " (" + p + ")").orElse("");
        return detail + place + hint().map(h -> "\n  hint: " + h).orElse("");
    }
}
