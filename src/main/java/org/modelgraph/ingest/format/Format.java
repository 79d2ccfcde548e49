package org.modelgraph.ingest.format;

import java.nio.file.Path;

/** A format of others: which files are of it, and what they say. */
public interface Format {
    /** The name on the command line, such as {@code croissant}. */
    String name();

    /**
     * True for a file that is read where a directory is named; a file that is named itself is
     * always read.
     *
     * @param path the path below the directory, with slashes
     */
    boolean takes(String path);

    /**
     * How a file is known that is named itself and not found below a directory: its name, where
     * that tells it from others.
     */
    default String nameOf(Path file) {
        return file.getFileName().toString();
    }

    /**
     * True where the files of an import refer to each other by name, so that all are looked through
     * before the first is read.
     */
    default boolean surveys() {
        return false;
    }

    /** Announces what a file describes; what is broken in it is told when it is read. */
    default void survey(SourceFile file, Naming naming) {}

    /**
     * Reads one file and hands over what it says.
     *
     * @throws org.modelgraph.problem.Problem naming the place, where the file is broken; what was
     *     handed over before is then dropped
     */
    void read(SourceFile file, Intake intake);
}
