package org.modelgraph.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Asks this server and Fuseki the same questions over HTTP, each in its own process over the same
 * quads. Answers are compared before anything is timed; then the servers take turns. Writes what
 * came out into a page.
 *
 * <p>Arguments: how many quads, the jar of Fuseki, a directory to work in, the page with the marks
 * between which the table is written, and a drawing beside it.
 */
final class ServerBench {
    private static final int PASSES = 2;
    private static final int ROUNDS = 5;
    private static final double TURN_MILLIS = 250;
    private static final int MOST_A_TURN = 400;
    private static final int LEAST = 2;

    private final Contest contest;
    private final List<BenchRow> rows = new ArrayList<>();

    private ServerBench(Contest contest) {
        this.contest = contest;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var quads = Long.parseLong(arguments[0]);
        var directory =
                Files.createTempDirectory(Files.createDirectories(Path.of(arguments[2])), "run-");
        try (var contest = Contest.begin(directory, quads, Path.of(arguments[1]))) {
            var bench = new ServerBench(contest);
            bench.warm(questions());
            for (var question : questions()) bench.measure(question);
            bench.measureUpdates();
            var page = new BenchPage(quads, bench.rows, bench.memory());
            System.out.println(page.table());
            if (arguments.length > 3) page.write(Path.of(arguments[3]), Path.of(arguments[4]));
        }
    }

    static List<BenchQuestion> questions() throws IOException {
        try (var file = ServerBench.class.getResourceAsStream("/questions.rq")) {
            return BenchQuestion.in(
                    new String(
                            Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Lets the compilers of both do their work before anything is measured. */
    private void warm(List<BenchQuestion> questions) throws IOException, InterruptedException {
        for (var pass = 0; pass < PASSES; pass++)
            for (var question : questions)
                for (var peer : contest.peers()) warm(peer, p -> p.answer(question));
    }

    private List<Long> memory() throws IOException {
        var memory = new ArrayList<Long>();
        for (var peer : contest.peers()) memory.add(peer.peakMebibytes());
        return memory;
    }

    private void measure(BenchQuestion question) throws IOException, InterruptedException {
        var peers = contest.peers();
        var expected = SameAnswer.lines(question, peers.getLast().answer(question));
        var found = SameAnswer.lines(question, peers.getFirst().answer(question));
        if (!expected.equals(found))
            throw new IllegalStateException(
                    "The answers differ: "
                            + question.text()
                            + found.stream().filter(l -> !expected.contains(l)).limit(3).toList()
                            + expected.stream().filter(l -> !found.contains(l)).limit(3).toList());
        measure(question, expected.size(), peer -> peer.answer(question));
    }

    private interface Work {
        Object on(Peer peer) throws IOException, InterruptedException;
    }

    private void measure(BenchQuestion question, int size, Work work)
            throws IOException, InterruptedException {
        var peers = contest.peers();
        var samples = peers.stream().map(_ -> new Samples()).toList();
        var turns = new int[peers.size()];
        for (var i = 0; i < turns.length; i++) turns[i] = warm(peers.get(i), work);
        for (var round = 0; round < ROUNDS; round++)
            for (var i = 0; i < turns.length; i++)
                turn(peers.get(i), work, turns[i], samples.get(i));
        var row = new BenchRow(question.kind(), question.name(), size, samples);
        rows.add(row);
        System.err.printf(
                "%s: %s%s%n",
                question.kind(),
                question.name(),
                IntStream.range(0, turns.length)
                        .mapToObj(i -> " %.2f".formatted(samples.get(i).medianCpu()))
                        .toList());
    }

    /** Lets a server get used to a question; how often it is asked in a turn then. */
    private static int warm(Peer peer, Work work) throws IOException, InterruptedException {
        var asked = 0;
        var begin = System.nanoTime();
        while (asked < LEAST
                || (System.nanoTime() - begin < 2e6 * TURN_MILLIS && asked < MOST_A_TURN)) {
            work.on(peer);
            asked++;
        }
        var each = (System.nanoTime() - begin) / 1e6 / asked;
        return (int) Math.clamp(TURN_MILLIS / each, 1, MOST_A_TURN);
    }

    private static void turn(Peer peer, Work work, int times, Samples samples)
            throws IOException, InterruptedException {
        var before = peer.cpuMillis();
        for (var i = 0; i < times; i++) {
            var begin = System.nanoTime();
            work.on(peer);
            samples.latency((System.nanoTime() - begin) / 1e6);
        }
        samples.cpu((peer.cpuMillis() - before) / times);
    }

    private void measureUpdates() throws IOException, InterruptedException {
        var quad =
                "{ GRAPH <http://example.org/g> { <http://example.org/s> a <http://example.org/C> }"
                        + " }";
        measure(
                new BenchQuestion("update", "one quad comes, and goes", ""),
                0,
                peer -> {
                    peer.update("INSERT DATA " + quad);
                    peer.update("DELETE DATA " + quad);
                    return true;
                });
        var count = BenchQuestion.count();
        measure(
                new BenchQuestion("update", "the same, with a question after each", ""),
                0,
                peer -> {
                    peer.update("INSERT DATA " + quad);
                    peer.answer(count);
                    peer.update("DELETE DATA " + quad);
                    return peer.answer(count);
                });
    }
}
