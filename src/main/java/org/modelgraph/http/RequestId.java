package org.modelgraph.http;

import org.slf4j.MDC;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The name of one request, in its log lines and in the header X-Request-Id of its answer: the one
 * that the client or its proxy gave, where that is harmless, else a new one.
 */
final class RequestId {
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "request";
    private static final String HARMLESS = "[A-Za-z0-9._:+/=-]{1,64}";

    private RequestId() {}

    static void begin(Exchange exchange) {
        var id =
                exchange.header(HEADER)
                        .filter(given -> given.matches(HARMLESS))
                        .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(KEY, id);
        exchange.context().header(HEADER, id);
    }

    static void end() {
        MDC.remove(KEY);
    }

    /** Work that is logged under the request on whose behalf it is done, on whatever thread. */
    static <T> Callable<T> carried(Callable<T> work) {
        var id = Optional.ofNullable(MDC.get(KEY));
        return () -> {
            id.ifPresent(i -> MDC.put(KEY, i));
            try {
                return work.call();
            } finally {
                end();
            }
        };
    }
}
