package org.modelgraph.fuzz;

/** The entry by which Jazzer tries a reader, in a process of its own. */
public final class FuzzedReader {
    private static final Reader READER = Reader.valueOf(System.getProperty("fuzz.reader"));

    private FuzzedReader() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        READER.tryOn(input);
    }
}
