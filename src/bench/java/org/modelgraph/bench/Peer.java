package org.modelgraph.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A SPARQL server in a process of its own. */
final class Peer implements AutoCloseable {
    static final String ROWS = "application/sparql-results+json";
    static final String STATEMENTS = "application/n-triples";

    static final String FORM = "application/x-www-form-urlencoded";

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final double TICKS_A_SECOND = 100;

    private final String name;
    private final Process process;
    private final URI query;
    private final URI update;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Peer(String name, Process process, URI query, URI update) {
        this.name = name;
        this.process = process;
        this.query = query;
        this.update = update;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param directory where it runs and writes its log
     * @param query the path where it takes queries
     * @param update the path where it takes updates
     */
    static Peer start(
            String name,
            List<String> command,
            Path directory,
            int port,
            String query,
            String update)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        var log = directory.resolve(name + ".log");
        var builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("FUSEKI_BASE", directory.resolve("run").toString()));
        var base = "http://127.0.0.1:" + port;
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var peer = new Peer(name, process, URI.create(base + query), URI.create(base + update));
        var end = System.nanoTime() + START.toNanos();
        while (!peer.isReady()) {
            if (!peer.process.isAlive() || System.nanoTime() > end) {
                peer.close();
                throw new IllegalStateException(name + " does not start: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return peer;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send("ASK {}", ROWS).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String name() {
        return name;
    }

    /** Where it takes queries. */
    URI query() {
        return query;
    }

    /** A field of a form, as the protocol has it (SPARQL 1.1 Protocol, 2.1.2 and 2.2.1). */
    static String form(String field, String text) {
        return field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A program of the system, wherever it is. */
    static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The source of a small server, laid out for a run. */
    static Path program(Site site, String resource, String name) throws IOException {
        var file = site.directory().resolve(name);
        try (var in = Objects.requireNonNull(Peer.class.getResourceAsStream("/" + resource))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private HttpResponse<byte[]> send(String text, String accept)
            throws IOException, InterruptedException {
        return post(query, "query", text, accept);
    }

    private HttpResponse<byte[]> post(URI to, String field, String text, String accept)
            throws IOException, InterruptedException {
        var form = form(field, text);
        var request =
                HttpRequest.newBuilder(to)
                        .timeout(ANSWER)
                        .header("Content-Type", FORM)
                        .header("Accept", accept)
                        .header("Authorization", "Bearer " + Contest.TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The answer to a question, as it came. */
    byte[] answer(BenchQuestion question) throws IOException, InterruptedException {
        var answer = send(question.text(), question.asksForGraph() ? STATEMENTS : ROWS);
        if (answer.statusCode() != 200)
            throw new IllegalStateException(
                    name
                            + ": "
                            + answer.statusCode()
                            + " "
                            + new String(answer.body(), StandardCharsets.UTF_8)
                            + question.text());
        return answer.body();
    }

    /** Changes the store. */
    void update(String text) throws IOException, InterruptedException {
        var answer = post(update, "update", text, "*/*");
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(
                    name + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** The processor time that the process has had so far, in milliseconds, to 10 of them. */
    double cpuMillis() throws IOException {
        var stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_A_SECOND;
    }

    /** The most memory that the process had so far, in MiB. */
    long peakMebibytes() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                    .sum();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
