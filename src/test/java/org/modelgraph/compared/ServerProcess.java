package org.modelgraph.compared;

import org.modelgraph.Main;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with a heap of 1 GiB and a limit of 1 s a query. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    static final String HEAP = "-Xmx1g";

    private final String name;
    private final List<String> command;
    private final Path directory;
    private final Client client;

    /** Where its query, update and graph store operations stand, by where ours do. */
    private final Map<String, String> addresses;

    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    /**
     * Starts a program.
     *
     * @param client a client of the port on which it will listen
     * @param addresses where its query, update and graph store operations stand, by where ours do
     */
    public ServerProcess(
            String name,
            List<String> command,
            Path directory,
            Client client,
            Map<String, String> addresses)
            throws Exception {
        this.name = name;
        this.command = command;
        this.directory = directory;
        this.client = client;
        this.addresses = addresses;
        this.process = begin();
    }

    /** The command of this Java. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A port of the loopback on which nobody listens. */
    public static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** This project's server over an empty store, with settings besides; a query may take 1 s. */
    public static ServerProcess modelgraph(Path directory, String... settings) throws Exception {
        return elsewhere(List.of(), "127.0.0.1", directory, settings);
    }

    /**
     * The same, not begun by itself.
     *
     * @param prefix what stands before the command
     * @param host where it listens
     */
    public static ServerProcess elsewhere(
            List<String> prefix, String host, Path directory, String... settings) throws Exception {
        Files.createDirectories(directory);
        var port = freePort();
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of(
                        java(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--empty",
                        "--host",
                        host,
                        "--port",
                        String.valueOf(port),
                        "--slow-query",
                        "0.5",
                        "--write-token",
                        TestServer.TOKEN,
                        "--database",
                        directory.resolve("db").toString()));
        var given = List.of(settings);
        if (!given.contains("--query-timeout")) command.addAll(List.of("--query-timeout", "1"));
        command.addAll(given);
        return new ServerProcess(
                "modelgraph", command, directory, new Client(host, port), Map.of());
    }

    /** Fuseki over an empty TDB2 store, with a limit of one second a query. */
    public static ServerProcess fuseki(Path directory, Path jar) throws Exception {
        return fuseki(directory, jar, Duration.ofSeconds(1));
    }

    /** The same with another limit. */
    public static ServerProcess fuseki(Path directory, Path jar, Duration limit) throws Exception {
        return Fuseki.start(directory, jar, limit);
    }

    private Process begin() throws Exception {
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("log.txt").toFile()));
        builder.environment().put("FUSEKI_BASE", directory.resolve("run").toString());
        var begun = builder.start();
        process = begun;
        var end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!begun.isAlive() || System.nanoTime() > end)
                throw new IllegalStateException(
                        name
                                + " does not start:\n"
                                + Files.readString(directory.resolve("log.txt")));
            Thread.sleep(100);
        }
        return begun;
    }

    public String name() {
        return name;
    }

    public int port() {
        return client.port();
    }

    /** A client of it. */
    public Client client() {
        return client;
    }

    /** A path of ours as this server has it. */
    public String at(String path) {
        for (var address : addresses.entrySet())
            if (path.startsWith(address.getKey()))
                return address.getValue() + path.substring(address.getKey().length());
        return path;
    }

    /** Sends a body, as who may write. */
    public HttpResponse<String> post(String path, String type, String body) throws Exception {
        return http.send(
                client.to(at(path))
                        .timeout(PATIENCE.multipliedBy(12))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + TestServer.TOKEN)
                        .header("Accept", "application/sparql-results+json, */*;q=0.5")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** True where the process lives and answers a query that is as small as can be. */
    public boolean answers() {
        try {
            var request =
                    client.to(at("/sparql") + "?query=ASK%7B%7D").timeout(PATIENCE).GET().build();
            return process.isAlive()
                    && http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** The most memory that the process had so far, in MiB; 0 where the system does not tell. */
    public long peakMebibytes() throws Exception {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) return 0;
        try (var lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Ends it as suddenly as can be. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Kills it and starts it anew over the same store. */
    public void restart() throws Exception {
        kill();
        process = begin();
    }

    /** The directory of the store. */
    public Path database() {
        return directory.resolve("db");
    }

    /**
     * Starts a second process on the store, on a port of its own.
     *
     * @return what it says before it ends, and with which status; empty where it does not end
     */
    public Optional<String> startSecond() throws Exception {
        var other = freePort();
        var second =
                command.stream()
                        .map(a -> a.replace(String.valueOf(port()), String.valueOf(other)))
                        .toList();
        var log = directory.resolve("second.txt");
        var builder =
                new ProcessBuilder(second)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("FUSEKI_BASE", directory.resolve("run2").toString());
        var started = builder.start();
        try {
            if (!started.waitFor(START.toSeconds(), TimeUnit.SECONDS)) return Optional.empty();
            return Optional.of("status " + started.exitValue() + ": " + Files.readString(log));
        } finally {
            started.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
