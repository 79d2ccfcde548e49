package org.modelgraph.sparql.result;

import java.nio.charset.StandardCharsets;

/** Constant parts of formats. */
final class Ascii {
    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
