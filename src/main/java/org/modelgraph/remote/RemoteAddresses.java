package org.modelgraph.remote;

import org.modelgraph.problem.Problem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a remote store takes what.
 *
 * @param query the query operation of the SPARQL 1.1 Protocol
 * @param update the update operation, if writing is wanted
 * @param graphStore the Graph Store HTTP Protocol, if the store has it
 * @param credential {@code USER:PASSWORD} or a bearer token, sent with every request
 */
public record RemoteAddresses(
        URI query, Optional<URI> update, Optional<URI> graphStore, Optional<String> credential) {
    /**
     * Puts addresses together.
     *
     * @throws Problem where there is none to ask
     */
    public static RemoteAddresses of(
            Optional<String> query,
            Optional<String> update,
            Optional<String> graphStore,
            Optional<String> credential) {
        return new RemoteAddresses(
                query.map(URI::create)
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.BAD_REQUEST,
                                                "A remote store needs an address to ask.")
                                        .hint("Name it with --query-url.")),
                update.map(URI::create),
                graphStore.map(URI::create),
                credential);
    }

    /** The value of the Authorization header. */
    Optional<String> authorization() {
        return credential.map(c ->
                c.contains(":")
                        ? "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(c.getBytes(StandardCharsets.UTF_8))
                        : "Bearer " + c);
    }
}
