package org.modelgraph.replication;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kafka brokers that are their own controllers (KRaft), each in a process of its own. */
final class Brokers implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target/kafka.classpath");
    private static final Duration START = Duration.ofSeconds(90);

    /** One broker: where clients and controllers reach it, and its process. */
    private static final class Member {
        final Path directory;
        final int port;
        final int controller;
        Optional<Process> process = Optional.empty();

        Member(Path directory) throws IOException {
            this.directory = directory;
            port = freePort();
            controller = freePort();
            Files.createDirectories(directory);
        }

        String said() throws IOException {
            return Files.readString(directory.resolve("log.txt"));
        }
    }

    private final String host;
    private final List<Member> members = new ArrayList<>();

    /**
     * Begins brokers.
     *
     * @param host the address at which clients reach them
     */
    Brokers(Path directory, int count, String host) throws Exception {
        this.host = host;
        for (var n = 0; n < count; n++) members.add(new Member(directory.resolve("broker-" + n)));
        for (var n = 0; n < count; n++) format(n);
        for (var member : members) begin(member);
        for (var member : members) await(member);
    }

    /** True where the profile has laid out what a broker needs. */
    static boolean areThere() {
        return Files.exists(CLASS_PATH);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void format(int number) throws Exception {
        var member = members.get(number);
        var file = member.directory.resolve("server.properties");
        Files.write(file, properties(number));
        var formatted =
                java(
                                member,
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                "bW9kZWxncmFwaC1zY2FsZQ",
                                "-c",
                                file.toString())
                        .start();
        if (formatted.waitFor() != 0) throw new IllegalStateException(member.said());
    }

    private List<String> properties(int number) {
        var member = members.get(number);
        var voters =
                IntStream.range(0, members.size())
                        .mapToObj(n -> n + 1 + "@127.0.0.1:" + members.get(n).controller)
                        .collect(Collectors.joining(","));
        var copies = Math.min(3, members.size());
        return List.of(
                "process.roles=broker,controller",
                "node.id=" + (number + 1),
                "controller.quorum.voters=" + voters,
                "listeners=PLAINTEXT://%s:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(host, member.port, member.controller),
                "advertised.listeners=PLAINTEXT://" + host + ":" + member.port,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs=" + member.directory.resolve("log").toAbsolutePath(),
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=" + copies,
                "offsets.topic.num.partitions=1",
                "transaction.state.log.replication.factor=" + copies,
                "transaction.state.log.min.isr=" + (copies == 3 ? 2 : 1),
                "transaction.state.log.num.partitions=1");
    }

    private ProcessBuilder java(Member member, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + (members.size() == 1 ? 400 : 256) + "m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Files.readString(CLASS_PATH).strip()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                member.directory.resolve("log.txt").toFile()));
    }

    private void begin(Member member) throws IOException {
        member.process =
                Optional.of(
                        java(
                                        member,
                                        "kafka.Kafka",
                                        member.directory.resolve("server.properties").toString())
                                .start());
    }

    private void await(Member member) throws Exception {
        var end = System.nanoTime() + START.toNanos();
        while (!listens(member)) {
            if (!member.process.orElseThrow().isAlive() || System.nanoTime() > end)
                throw new IllegalStateException(member.said());
            Thread.sleep(100);
        }
    }

    private boolean listens(Member member) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, member.port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a log is on them. */
    String log(String topic) {
        var servers =
                members.stream().map(m -> host + ":" + m.port).collect(Collectors.joining(","));
        return "kafka:" + servers + "/" + topic;
    }

    /** Ends one as suddenly as can be. */
    void kill(int number) {
        members.get(number).process.ifPresent(p -> p.destroyForcibly().onExit().join());
    }

    /** Starts one that was killed. */
    void restart(int number) throws Exception {
        begin(members.get(number));
        await(members.get(number));
    }

    @Override
    public void close() {
        for (var n = 0; n < members.size(); n++) kill(n);
    }
}
