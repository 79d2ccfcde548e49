package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks this server, Fuseki and whichever other peers are here the same questions over HTTP, each in
 * its own process over the same quads. Answers are compared before anything is timed; then the
 * servers take turns. Whoever answers a question otherwise than Fuseki, or not, takes no part in
 * it, which is told; this server must answer alike. Writes what came out into a page.
 *
 * <p>Arguments: how many quads, the directory of the build, and the page whose part {@code servers}
 * is written anew.
 */
final class ServerBench {
    private static final int PASSES = Integer.getInteger("passes", 2);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final Race RACE = Race.over(ROUNDS);

    /** An update waits for the disk: a turn of it is long, so that it has enough of them. */
    private static final Race UPDATES = new Race(ROUNDS, 3000);

    private final Contest contest;
    private final List<BenchRow> rows = new ArrayList<>();
    private final List<String> unlike = new ArrayList<>();
    private final Map<BenchQuestion, List<Peer>> able = new LinkedHashMap<>();
    private final Map<BenchQuestion, Integer> sizes = new LinkedHashMap<>();

    private ServerBench(Contest contest) {
        this.contest = contest;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var quads = Long.parseLong(arguments[0]);
        var section = Section.in(Path.of(arguments[2]), "servers");
        try (var contest = Contest.begin(Site.in(Path.of(arguments[1]), quads), Contest.all())) {
            var bench = new ServerBench(contest);
            for (var question : BenchQuestion.all()) bench.compare(question);
            bench.warm();
            for (var entry : bench.able.entrySet())
                bench.measure(
                        RACE,
                        entry.getKey(),
                        entry.getValue(),
                        peer -> peer.answer(entry.getKey()));
            bench.measureUpdates();
            var page = new BenchPage(quads, bench.rows, contest, bench.memory(), bench.unlike);
            System.out.println(page.text());
            page.write(section);
        }
    }

    /** Finds out who answers a question as Fuseki does. */
    private void compare(BenchQuestion question) throws IOException, InterruptedException {
        var expected = contest.reference().answer(question);
        SameAnswer.demand(question, expected, contest.ours().answer(question));
        sizes.put(question, SameAnswer.lines(question, expected).size());
        var alike = new ArrayList<Peer>();
        for (var peer : contest.peers())
            if (contest.peers().indexOf(peer) < 2 || isAlike(peer, question, expected))
                alike.add(peer);
        able.put(question, alike);
        System.err.printf("%s: %s: compared%n", question.kind(), question.name());
    }

    private boolean isAlike(Peer peer, BenchQuestion question, byte[] expected)
            throws InterruptedException {
        String why;
        try {
            var difference = SameAnswer.difference(question, expected, peer.answer(question));
            if (difference.isEmpty()) return true;
            why = difference.get();
        } catch (IOException | RuntimeException e) {
            why = e.toString();
        }
        var place = question.kind() + ": " + question.name();
        unlike.add(peer.name() + " on " + place);
        System.err.println(peer.name() + " answers otherwise: " + place + ": " + why);
        return false;
    }

    /** Lets the compilers of all do their work before anything is measured. */
    private void warm() throws IOException, InterruptedException {
        for (var pass = 0; pass < PASSES; pass++)
            for (var entry : able.entrySet())
                for (var peer : entry.getValue()) RACE.warm(peer, p -> p.answer(entry.getKey()));
    }

    private Map<String, Long> memory() throws IOException {
        var memory = new LinkedHashMap<String, Long>();
        for (var peer : contest.peers()) memory.put(peer.name(), peer.peakMebibytes());
        return memory;
    }

    private void measure(Race race, BenchQuestion question, List<Peer> peers, Race.Work work)
            throws IOException, InterruptedException {
        var samples = race.run(peers, work);
        rows.add(
                new BenchRow(
                        question.kind(),
                        question.name(),
                        sizes.getOrDefault(question, 0),
                        samples));
        System.err.printf("%s: %s", question.kind(), question.name());
        samples.forEach((name, s) -> System.err.printf(" %s %.2f", name, s.medianCpu()));
        System.err.println();
    }

    private void measureUpdates() throws IOException, InterruptedException {
        var quad =
                "{ GRAPH <http://example.org/g> { <http://example.org/s> a <http://example.org/C> }"
                        + " }";
        var count = BenchQuestion.count();
        measure(
                UPDATES,
                new BenchQuestion("update", "one quad comes, and goes", ""),
                contest.peers(),
                peer -> {
                    peer.update("INSERT DATA " + quad);
                    peer.update("DELETE DATA " + quad);
                    return true;
                });
        measure(
                UPDATES,
                new BenchQuestion("update", "the same, with a question after each", ""),
                contest.peers(),
                peer -> {
                    peer.update("INSERT DATA " + quad);
                    peer.answer(count);
                    peer.update("DELETE DATA " + quad);
                    return peer.answer(count);
                });
    }
}
