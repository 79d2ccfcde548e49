package org.modelgraph.replication;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Kafka broker that is its own controller (KRaft), in a process of its own on the loopback. */
final class Broker implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target/kafka.classpath");
    private static final Duration START = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private Process process;

    Broker(Path directory) throws Exception {
        this.directory = directory;
        port = freePort();
        Files.createDirectories(directory);
        Files.write(directory.resolve("server.properties"), properties(freePort()));
        run(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "bW9kZWxncmFwaC1zY2FsZQ",
                "-c",
                directory.resolve("server.properties").toString());
        process = begin();
    }

    /** True where the profile has laid out what a broker needs. */
    static boolean isThere() {
        return Files.exists(CLASS_PATH);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<String> properties(int controller) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs=" + directory.resolve("log").toAbsolutePath(),
                "log.flush.interval.messages=1",
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=1");
    }

    private ProcessBuilder java(String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx400m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Files.readString(CLASS_PATH).strip()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve("log.txt").toFile()));
    }

    private void run(String... arguments) throws Exception {
        if (java(arguments).start().waitFor() != 0)
            throw new IllegalStateException(Files.readString(directory.resolve("log.txt")));
    }

    private Process begin() throws Exception {
        var begun = java("kafka.Kafka", directory.resolve("server.properties").toString()).start();
        var end = System.nanoTime() + START.toNanos();
        while (!listens()) {
            if (!begun.isAlive() || System.nanoTime() > end)
                throw new IllegalStateException(Files.readString(directory.resolve("log.txt")));
            Thread.sleep(100);
        }
        return begun;
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a log is on it. */
    String log(String topic) {
        return "kafka:127.0.0.1:" + port + "/" + topic;
    }

    /** Ends it as suddenly as can be. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Kills it and starts it anew. */
    void restart() throws Exception {
        kill();
        process = begin();
    }

    @Override
    public void close() {
        kill();
    }
}
