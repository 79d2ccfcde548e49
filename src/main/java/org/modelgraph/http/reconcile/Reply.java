package org.modelgraph.http.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.http.Exchange;
import org.modelgraph.problem.Problem;

import java.nio.charset.StandardCharsets;

/** Sends JSON, or a script that calls a function with it, as older clients need it (JSONP). */
final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME =
            "[A-Za-z_$][A-Za-z0-9_$]{0,127}(\\.[A-Za-z_$][A-Za-z0-9_$]*)?";

    private Reply() {}

    /**
     * Sends a value.
     *
     * @throws Problem 400 where the function's name is none, since it becomes part of a script
     */
    static void send(Exchange exchange, Object value) {
        try {
            var json = JSON.writeValueAsString(value);
            var callback = exchange.parameter("callback");
            if (callback.isEmpty()) {
                exchange.send(
                        "application/json", "no-cache", json.getBytes(StandardCharsets.UTF_8));
                return;
            }
            if (callback.get().length() > 128 || !callback.get().matches(NAME))
                throw Problem.of(
                        Problem.Kind.BAD_REQUEST, "The callback is no name of a function.");
            var script =
                    "/**/"
                            + callback.get()
                            + "("
                            + json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
                            + ");";
            exchange.send(
                    "text/javascript;charset=utf-8",
                    "no-cache",
                    script.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
