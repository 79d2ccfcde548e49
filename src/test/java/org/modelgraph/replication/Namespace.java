package org.modelgraph.replication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A network namespace, as a host of its own that is reached on two ways: one for the test, and one
 * for the brokers, which can be cut.
 */
final class Namespace implements AutoCloseable {
    private static final String NAME = "modelgraph";

    /** Where the test reaches the namespace. */
    static final String INSIDE = "10.231.77.2";

    /** Where the brokers are, as seen from everywhere. */
    static final String BROKERS = "10.231.78.1";

    /** A namespace without processes. */
    Namespace() throws Exception {
        close();
        run("ip", "netns", "add", NAME);
        connect("mgtest", "10.231.77.1", INSIDE);
        connect("mglog", BROKERS, "10.231.78.2");
        inside("ip", "link", "set", "lo", "up");
    }

    /** True where this process may make one. */
    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"))
                && List.of("/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip").stream()
                        .map(Path::of)
                        .anyMatch(Files::exists);
    }

    private static void connect(String link, String outer, String inner) throws Exception {
        run("ip", "link", "add", link, "type", "veth", "peer", "name", link + "1");
        run("ip", "link", "set", link + "1", "netns", NAME);
        run("ip", "addr", "add", outer + "/30", "dev", link);
        run("ip", "link", "set", link, "up");
        inside("ip", "addr", "add", inner + "/30", "dev", link + "1");
        inside("ip", "link", "set", link + "1", "up");
    }

    /** What stands before a command that is to run inside. */
    static List<String> prefix() {
        return List.of("ip", "netns", "exec", NAME);
    }

    private static void inside(String... command) throws Exception {
        var whole = new java.util.ArrayList<>(prefix());
        whole.addAll(List.of(command));
        run(whole.toArray(String[]::new));
    }

    /** Nothing passes between the namespace and the brokers any more, and nobody is told. */
    void cut() throws Exception {
        inside("ip", "link", "set", "mglog1", "down");
    }

    void heal() throws Exception {
        inside("ip", "link", "set", "mglog1", "up");
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0)
            throw new IOException(String.join(" ", command) + ": " + said.strip());
    }

    /** Takes the namespace away, if it is there. */
    @Override
    public void close() throws IOException {
        for (var command :
                List.of(
                        List.of("ip", "link", "del", "mgtest"),
                        List.of("ip", "link", "del", "mglog"),
                        List.of("ip", "netns", "del", NAME)))
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
    }
}
