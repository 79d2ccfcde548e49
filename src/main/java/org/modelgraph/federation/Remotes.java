package org.modelgraph.federation;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.problem.Problem;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The other servers as one query or update sees them: within its quota and until it is stopped. */
final class Remotes {
    private static final String ROWS =
            "application/sparql-results+json, application/sparql-results+xml;q=0.9";

    private final Federation federation;
    private final Account account;
    private final AtomicBoolean stop;

    /**
     * The view of one execution.
     *
     * @param stop the signal by which the execution is told to stop
     */
    Remotes(Federation federation, Account account, AtomicBoolean stop) {
        this.federation = federation;
        this.account = account;
        this.stop = stop;
    }

    Quota quota() {
        return account.quota();
    }

    /** Lets a server be called that is in the list. */
    void requireAllowed(Node server) {
        federation.requireAllowed(server);
    }

    /**
     * What becomes of the rows that a server answers to a SELECT; an answer that is held is read
     * again.
     *
     * @param reading makes something of the rows; only an answer that it can read is held
     * @throws RemoteFailure where it gives none that can be read
     */
    <T> T ask(String endpoint, String query, Function<List<Binding>, T> reading) {
        var held = federation.held(endpoint, query);
        if (held.isPresent()) account.answeredFromHeld(endpoint);
        try {
            var document = held.orElseGet(() -> call(endpoint, query));
            var rows = rows(document);
            account.received(endpoint, rows.size());
            var read = reading.apply(rows);
            if (held.isEmpty()) federation.hold(endpoint, query, document);
            return read;
        } catch (RemoteFailure e) {
            account.failed(endpoint, e.reason());
            throw e;
        }
    }

    /** Ends the execution, since what is missing would not show in its answer. */
    Problem ending(Problem problem) {
        account.breaks(problem);
        stop.set(true);
        return problem;
    }

    private RemoteDocument call(String endpoint, String query) {
        var form = HttpNames.paramQuery + "=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return fetch(endpoint, new Call(URI.create(endpoint), Optional.of(form), ROWS));
    }

    /**
     * What a server sends.
     *
     * @param address where, as it is told in the account
     * @throws RemoteFailure where it sends nothing that can be used
     */
    RemoteDocument fetch(String address, Call call) {
        var most = account.begin();
        var begin = System.nanoTime();
        var length = 0;
        try {
            var document = federation.client().fetch(call, most, quota().patience(), stop);
            length = document.length();
            return document;
        } finally {
            account.called(address, Duration.ofNanos(System.nanoTime() - begin), length);
        }
    }

    private static List<Binding> rows(RemoteDocument document) {
        var reader = RowSetReader.createReader(lang(document));
        var rows = new ArrayList<Binding>();
        try (var in = document.open()) {
            reader.read(in, Context.emptyContext()).forEachRemaining(rows::add);
            return rows;
        } catch (java.io.IOException | RuntimeException e) {
            throw RemoteFailure.of("its answer is not what its Content-Type says");
        }
    }

    private static Lang lang(RemoteDocument document) {
        return switch (document.mediaType()) {
            case "application/sparql-results+json", "application/json" -> ResultSetLang.RS_JSON;
            case "application/sparql-results+xml", "application/xml", "text/xml" ->
                    ResultSetLang.RS_XML;
            default ->
                    throw RemoteFailure.of(
                            "it answered with '" + document.mediaType() + "' in the place of rows");
        };
    }
}
