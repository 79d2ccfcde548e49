package org.modelgraph.http;

import org.modelgraph.access.Principal;
import org.modelgraph.graph.Ledger;
import org.modelgraph.graph.Receipt;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.time.Instant;
import java.util.Optional;

/**
 * The Idempotency-Key of a write: under the same key a client may send the same write again, and it
 * is done once. A write that failed has done nothing and is tried again.
 *
 * @param key client and key as one hash
 * @param fingerprint the hash of the request
 */
record RepeatKey(String key, String fingerprint) {
    private static final String HEADER = "Idempotency-Key";

    /** The outcome of a write that was done before, and the version that it made. */
    record Repeated(Outcome outcome, Version version) {}

    /** True of a request that has such a key. */
    static boolean isOn(Exchange exchange) {
        return exchange.header(HEADER).isPresent();
    }

    /**
     * The key of a request whose body has been read.
     *
     * @throws Problem where it is no key
     */
    static Optional<RepeatKey> of(Exchange exchange, Principal client) {
        var given = exchange.header(HEADER).map(k -> k.strip().replaceAll("^\"(.*)\"$", "$1"));
        if (given.isEmpty()) return Optional.empty();
        if (!given.get().matches("[\\x21-\\x7e]{1,255}"))
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            HEADER + " is not 1 to 255 visible ASCII characters.")
                    .hint("Send a random UUID, new for every write.");
        return Optional.of(
                new RepeatKey(
                        Fingerprint.of(client.name() + "\n" + given.get()),
                        Fingerprint.of(exchange).value()));
    }

    /**
     * What this write did when it was sent before.
     *
     * @throws Problem 422 where another request came under the key
     */
    Optional<Repeated> done(Ledger ledger) {
        return ledger.receipt(key, Instant.now()).map(receipt -> repeated(receipt, ledger));
    }

    private Repeated repeated(Receipt receipt, Ledger ledger) {
        if (!receipt.fingerprint().equals(fingerprint))
            throw Problem.of(
                            Problem.Kind.UNPROCESSABLE,
                            "Another request was sent under this " + HEADER + ".")
                    .hint("Use a new key for a new write.");
        return new Repeated(
                new Outcome(receipt.status(), receipt.location()),
                ledger.versionOf(receipt).orElseThrow());
    }

    Receipt receipt(Outcome outcome) {
        return new Receipt(key, fingerprint, outcome.status(), outcome.location(), Instant.now());
    }
}
