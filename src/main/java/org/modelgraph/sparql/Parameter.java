package org.modelgraph.sparql;

import org.modelgraph.problem.Problem;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A name and its value, from a query string or a form. */
public record Parameter(String name, String value) {
    /**
     * Reads {@code application/x-www-form-urlencoded} text, keeping order and repetition.
     *
     * @throws Problem where a percent escape is broken
     */
    public static List<Parameter> parse(String encoded) {
        var parameters = new ArrayList<Parameter>();
        for (var pair : encoded.split("&")) {
            if (pair.isEmpty()) continue;
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.add(new Parameter(decode(name), decode(value)));
        }
        return List.copyOf(parameters);
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "A parameter is not well percent-encoded: " + abbreviated(encoded))
                    .hint("Encode % as %25.")
                    .causedBy(e);
        }
    }

    private static String abbreviated(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
