package org.modelgraph.federation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a query had of one server.
 *
 * @param endpoint its address
 * @param calls how many times it was called
 * @param held how many answers were held from an earlier call
 * @param rows how many rows came back
 * @param time how long the calls took together
 * @param failure why a call came to nothing, if one did
 */
public record RemoteUse(
        String endpoint, int calls, int held, long rows, Duration time, Optional<String> failure) {
    /** Nothing yet. */
    static RemoteUse none(String endpoint) {
        return new RemoteUse(endpoint, 0, 0, 0, Duration.ZERO, Optional.empty());
    }

    RemoteUse called(Duration longer) {
        return new RemoteUse(endpoint, calls + 1, held, rows, time.plus(longer), failure);
    }

    RemoteUse answeredFromHeld() {
        return new RemoteUse(endpoint, calls, held + 1, rows, time, failure);
    }

    RemoteUse received(long more) {
        return new RemoteUse(endpoint, calls, held, rows + more, time, failure);
    }

    RemoteUse failed(String reason) {
        return new RemoteUse(endpoint, calls, held, rows, time, Optional.of(reason));
    }

    /** All of it in one line of ASCII, in the form of a structured field (RFC 9651 §3.1.2). */
    public String inOneLine() {
        return String.format(
                        Locale.ROOT,
                        "\"%s\";calls=%d;held=%d;rows=%d;ms=%d",
                        ascii(endpoint),
                        calls,
                        held,
                        rows,
                        time.toMillis())
                + failure.map(f -> ";failed=\"" + ascii(f) + "\"").orElse("");
    }

    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
