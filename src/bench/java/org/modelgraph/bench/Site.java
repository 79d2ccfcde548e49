package org.modelgraph.bench;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the servers of a run work, and on what.
 *
 * @param target what the build laid out: jars and class paths of the peers
 * @param directory of this run alone, removed when it ends
 * @param quads how many of them each server has
 */
record Site(Path target, Path directory, long quads) implements AutoCloseable {
    /** The name of the file with the quads. */
    static final String FILE = "quads.nq";

    /** With a new directory below that of the build. */
    static Site in(Path target, long quads) throws IOException {
        var whole = target.toAbsolutePath();
        var runs = Files.createDirectories(whole.resolve("bench"));
        return new Site(whole, Files.createTempDirectory(runs, "run-"), quads);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** That of this process, from whatever directory it is read. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The quads as N-Quads, in a file that is made at the first call. */
    Path file() throws IOException {
        var file = directory.resolve(FILE);
        if (Files.exists(file)) return file;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            StreamRDF lines = StreamRDFLib.writer(out);
            lines.start();
            SyntheticQuads.make(quads, lines::quad);
            lines.finish();
        }
        return file;
    }

    /**
     * Runs a program to its end, with its output in a file.
     *
     * @throws IllegalStateException with that output if it fails
     */
    void run(String name, List<String> command) throws IOException, InterruptedException {
        var log = directory.resolve(name + ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0)
            throw new IllegalStateException(name + ": " + Files.readString(log));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
