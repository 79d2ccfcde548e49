package org.modelgraph.http;

/** Texts as header values. */
final class Headers {
    private Headers() {}

    /** The text without anything that a header can't hold. */
    static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Adds a warning to what is answered. */
    static void warn(Exchange exchange, String warning) {
        exchange.context().res().addHeader("Modelgraph-Warning", ascii(warning));
    }
}
