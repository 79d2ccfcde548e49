package org.modelgraph.fuzz;

import org.apache.jena.sys.JenaSystem;

import java.nio.charset.StandardCharsets;

/** The entry by which Jazzer tries a reader, in a process of its own. */
public final class FuzzedReader {
    private static final Reader READER = Reader.valueOf(System.getProperty("fuzz.reader"));

    private FuzzedReader() {}

    /** Loads what the first input would have to wait for. */
    public static void fuzzerInitialize() {
        JenaSystem.init();
        for (var reader : Reader.values()) reader.tryOn("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        READER.tryOn(input);
    }
}
