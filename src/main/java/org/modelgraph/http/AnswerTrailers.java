package org.modelgraph.http;

import org.modelgraph.federation.RemoteUse;
import org.modelgraph.sparql.RowLimit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can only be said of an answer when it is whole: whether it was cut, and what other servers
 * had to do with it. It stands behind the body (RFC 9110 §6.5), and before it where nothing has
 * gone out yet.
 */
final class AnswerTrailers {
    private static final String TRUNCATED = "Modelgraph-Truncated";
    private static final String REMOTE = "Modelgraph-Remote";

    private final Exchange exchange;
    private volatile List<RemoteUse> remotes = List.of();

    private AnswerTrailers(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Announces what will be said.
     *
     * @param truncates true where the client takes a cut answer
     * @param calls true where the query calls other servers
     */
    static AnswerTrailers announce(
            Exchange exchange, RowLimit rows, boolean truncates, boolean calls) {
        var trailers = new AnswerTrailers(exchange);
        var names = new ArrayList<String>();
        if (truncates) names.add(TRUNCATED);
        if (calls) names.add(REMOTE);
        if (names.isEmpty()) return trailers;
        exchange.context().header("Trailer", String.join(", ", names));
        exchange.context()
                .res()
                .setTrailerFields(() -> {
                    var fields = new LinkedHashMap<String, String>();
                    if (truncates) fields.put(TRUNCATED, String.valueOf(rows.truncated()));
                    if (calls) fields.put(REMOTE, inOneLine(trailers.remotes));
                    return fields;
                });
        return trailers;
    }

    /**
     * Says what other servers had to do with an answer.
     *
     * @param gone true where the answer has begun to go out
     */
    void tell(List<RemoteUse> uses, boolean gone) {
        remotes = uses;
        if (!gone) tell(exchange, uses);
    }

    /** The same before an answer goes out. */
    static void tell(Exchange exchange, List<RemoteUse> uses) {
        if (!uses.isEmpty()) exchange.header(REMOTE, inOneLine(uses));
    }

    private static String inOneLine(List<RemoteUse> uses) {
        return uses.stream().map(RemoteUse::inOneLine).collect(Collectors.joining(", "));
    }
}
