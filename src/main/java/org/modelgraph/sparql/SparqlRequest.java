package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.BAD_REQUEST;
import static org.modelgraph.problem.Problem.Kind.METHOD_NOT_ALLOWED;
import static org.modelgraph.problem.Problem.Kind.UNSUPPORTED_MEDIA_TYPE;

import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks of the query endpoint: read from the parts of an HTTP request by the rules of
 * the SPARQL 1.1 Protocol (§2.1), without touching a store.
 */
public sealed interface SparqlRequest {
    /** The media type of a query sent as the whole body. */
    String QUERY_TYPE = "application/sparql-query";

    /** The media type of an update sent as the whole body. */
    String UPDATE_TYPE = "application/sparql-update";

    String FORM_TYPE = "application/x-www-form-urlencoded";

    /**
     * A GET without a query: the client wants to know what stands here (§2.1.1, SPARQL 1.1 Service
     * Description §2).
     */
    record ServiceDescription(Optional<String> format) implements SparqlRequest {}

    /**
     * A query.
     *
     * @param text the query string
     * @param defaultGraphs the {@code default-graph-uri} parameters, in order
     * @param namedGraphs the {@code named-graph-uri} parameters, in order
     * @param timeout the time that the client grants, if it says so
     * @param format the {@code format} parameter, which stands above the Accept header
     * @param truncate true where the client wants the first rows of an answer that is too long
     */
    record Ask(
            String text,
            List<String> defaultGraphs,
            List<String> namedGraphs,
            Optional<Duration> timeout,
            Optional<String> format,
            boolean truncate)
            implements SparqlRequest {}

    /**
     * Reads a request to the query endpoint.
     *
     * @param method GET, HEAD, POST or QUERY
     * @param url the parameters of the URL
     * @param contentType the Content-Type header, empty if absent
     * @param body the body as text, empty if there is none
     * @throws Problem where the protocol forbids what was sent
     */
    static SparqlRequest of(String method, List<Parameter> url, String contentType, String body) {
        var parameters = new Parameters();
        parameters.addAll(url);
        var type = mediaType(contentType);
        switch (method) {
            case "GET", "HEAD" -> {}
            case "POST", "QUERY" -> {
                switch (type) {
                    case FORM_TYPE -> parameters.addAll(Parameter.parse(body));
                    case QUERY_TYPE -> parameters.add(new Parameter("query", body));
                    case UPDATE_TYPE -> throw updateInTheWrongPlace();
                    default ->
                            throw Problem.of(
                                            UNSUPPORTED_MEDIA_TYPE,
                                            "A query can't be sent as "
                                                    + (type.isEmpty()
                                                            ? "a body without Content-Type"
                                                            : type)
                                                    + ".")
                                    .hint(
                                            "Send "
                                                    + FORM_TYPE
                                                    + " with a field query, or "
                                                    + QUERY_TYPE
                                                    + " with the query as the body.");
                }
            }
            default ->
                    throw Problem.of(
                            METHOD_NOT_ALLOWED, method + " is no way to ask; use GET or POST.");
        }
        if (parameters.has("update")) throw updateInTheWrongPlace();
        var format = parameters.optional("format").or(() -> parameters.optional("output"));
        if (!parameters.has("query")) {
            if (method.equals("GET") || method.equals("HEAD"))
                return new ServiceDescription(format);
            throw Problem.of(BAD_REQUEST, "There is no query in the request.")
                    .hint("Send it as the field query.");
        }
        return new Ask(
                parameters.one("query"),
                parameters.all("default-graph-uri"),
                parameters.all("named-graph-uri"),
                parameters.optional("timeout").map(SparqlRequest::seconds),
                format,
                parameters.optional("truncate").filter("true"::equals).isPresent());
    }

    private static String mediaType(String contentType) {
        var end = contentType.indexOf(';');
        var bare = end < 0 ? contentType : contentType.substring(0, end);
        return bare.strip().toLowerCase(Locale.ROOT);
    }

    private static Problem updateInTheWrongPlace() {
        return Problem.of(BAD_REQUEST, "This address takes queries; updates go to /update.");
    }

    /** Reads a time limit in seconds, such as {@code 5} or {@code 0.5}. */
    static Duration seconds(String text) {
        try {
            var seconds = Double.parseDouble(text.strip());
            if (seconds > 0 && seconds <= 86_400)
                return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
        } catch (NumberFormatException e) {
            // told below, as any other value that is no time
        }
        throw Problem.of(
                        BAD_REQUEST,
                        "timeout is '"
                                + text
                                + "', which is no number of seconds between 0 and 86400.")
                .hint("For example timeout=5.");
    }

    /** Parameters by name, with the protocol's rule that some may stand only once. */
    final class Parameters {
        private static final Set<String> REPEATABLE =
                Set.of(
                        "default-graph-uri",
                        "named-graph-uri",
                        "using-graph-uri",
                        "using-named-graph-uri");
        private final Map<String, List<String>> values = new HashMap<>();

        void addAll(List<Parameter> more) {
            more.forEach(this::add);
        }

        void add(Parameter parameter) {
            if (!REPEATABLE.contains(parameter.name()) && has(parameter.name()))
                throw Problem.of(
                                BAD_REQUEST,
                                "The parameter " + parameter.name() + " stands more than once.")
                        .hint("Send one " + parameter.name() + ", in the URL or in the body.");
            values.computeIfAbsent(parameter.name(), _ -> new ArrayList<>()).add(parameter.value());
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        List<String> all(String name) {
            return List.copyOf(values.getOrDefault(name, List.of()));
        }

        Optional<String> optional(String name) {
            for (var value : all(name)) if (!value.isBlank()) return Optional.of(value);
            return Optional.empty();
        }

        String one(String name) {
            return all(name).getFirst();
        }
    }
}
