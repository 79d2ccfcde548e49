package org.modelgraph.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A script for Node.js that uses packages of npm, as users would write it. Where Node.js, npm or
 * the packages can't be had, the test is skipped.
 */
public final class NodeClient {
    private static final Path ROOT = Path.of("target", "npm");

    private final Path directory;

    private NodeClient(Path directory) {
        this.directory = directory;
    }

    /** A client with packages, each {@code NAME@VERSION}; they are fetched once. */
    public static NodeClient with(String name, String... packages) throws Exception {
        assumeTrue(works("node", "--version"), "Node.js is not on this machine");
        assumeTrue(works("npm", "--version"), "npm is not on this machine");
        var directory = ROOT.resolve(name).toAbsolutePath();
        if (!Files.isDirectory(directory.resolve("node_modules"))) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("package.json"), "{\"private\": true}");
            var command =
                    new ArrayList<>(
                            List.of(
                                    "npm",
                                    "install",
                                    "--no-audit",
                                    "--no-fund",
                                    "--prefer-offline",
                                    "--ignore-scripts"));
            command.addAll(List.of(packages));
            var process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .start();
            var output = output(process);
            assumeTrue(process.waitFor() == 0, "npm has no " + String.join(" ", packages) + output);
        }
        return new NodeClient(directory);
    }

    private static boolean works(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            output(process);
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The lines that a script of {@code src/test/resources/clients} prints. */
    public List<String> run(String script, String... arguments) throws Exception {
        var copy = directory.resolve(script);
        Files.copy(
                Path.of("src/test/resources/clients", script),
                copy,
                StandardCopyOption.REPLACE_EXISTING);
        var command = new ArrayList<>(List.of("node", copy.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = output(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }
}
