package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures this server and Fuseki under load: eight clients that ask short questions, questions
 * while a quad comes or goes ten times a second beside the same questions in quiet, and what a
 * start on a filled store costs until the first answer.
 *
 * <p>Arguments: how many quads, the directory of the build, and the page whose part {@code load} is
 * written anew.
 */
final class Load {
    private static final Set<String> SHORT =
            Set.of("look-up", "describe", "chain", "tree", "union", "values", "graph");

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int STARTS = 3;
    private static final Crowd EIGHT = new Crowd(CLIENTS, Duration.ofSeconds(10));
    private static final Crowd ONE = new Crowd(1, Duration.ofSeconds(10));

    private final List<BenchQuestion> questions;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    private Load(List<BenchQuestion> questions) {
        this.questions = questions;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var quads = Long.parseLong(arguments[0]);
        var section = Section.in(Path.of(arguments[2]), "load");
        var site = Site.in(Path.of(arguments[1]), quads);
        var load =
                new Load(
                        BenchQuestion.all().stream()
                                .filter(question -> SHORT.contains(question.kind()))
                                .toList());
        try (var contest = Contest.begin(site, Contest.two())) {
            load.prepare(contest);
            for (var round = 0; round < ROUNDS; round++)
                for (var peer : contest.peers()) load.crowd(peer);
            for (var round = 0; round < ROUNDS; round++)
                for (var peer : contest.peers()) load.updates(peer);
            contest.peers().forEach(Peer::close);
            for (var start = 0; start < STARTS; start++) load.start(site);
        }
        var page = new LoadPage(quads, load.questions.size(), load.figures);
        System.out.println(page.table());
        section.write(page.table());
    }

    /** Compares the answers, and lets the compilers of both do their work. */
    private void prepare(Contest contest) throws IOException, InterruptedException {
        for (var question : questions)
            SameAnswer.demand(
                    question,
                    contest.reference().answer(question),
                    contest.ours().answer(question));
        for (var peer : contest.peers()) {
            figures.put(peer.name(), new Figures());
            EIGHT.ask(peer, questions);
            EIGHT.ask(peer, questions);
        }
    }

    private Figures of(String server) {
        return figures.computeIfAbsent(server, _ -> new Figures());
    }

    private void crowd(Peer peer) throws IOException, InterruptedException {
        var outcome = EIGHT.ask(peer, questions);
        var of = of(peer.name());
        of.note("answers a second to %d clients".formatted(CLIENTS), outcome.perSecond());
        of.note("CPU an answer, ms", outcome.cpu());
        of.note("latency with %d clients, median, ms".formatted(CLIENTS), outcome.median());
        of.note("latency with %d clients, p95, ms".formatted(CLIENTS), outcome.p95());
        System.err.printf("%s: %.1f a second%n", peer.name(), outcome.perSecond());
    }

    private void updates(Peer peer) throws IOException, InterruptedException {
        var quiet = ONE.ask(peer, questions);
        var of = of(peer.name());
        Crowd.Outcome disturbed;
        try (var writer = new Writer(peer)) {
            disturbed = ONE.ask(peer, questions);
            of.note("updates a second that were done", writer.perSecond());
        }
        of.note("latency of one client in quiet, median, ms", quiet.median());
        of.note("latency of one client in quiet, p95, ms", quiet.p95());
        of.note("the same during 10 updates a second, median, ms", disturbed.median());
        of.note("the same during 10 updates a second, p95, ms", disturbed.p95());
        of.note("median during updates by median in quiet", disturbed.median() / quiet.median());
        System.err.printf(
                "%s: %.2f ms in quiet, %.2f during updates%n",
                peer.name(), quiet.median(), disturbed.median());
    }

    private void start(Site site) throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        starts.add(() -> Modelgraph.restart(site));
        starts.add(() -> Fuseki.restart(site));
        if (Modelgraph.isPackaged(site)) starts.add(() -> Modelgraph.packaged(site));
        for (var start : starts) {
            var begin = System.nanoTime();
            try (var peer = start.start()) {
                peer.answer(questions.getFirst());
                var seconds = (System.nanoTime() - begin) / 1e9;
                var of = of(peer.name());
                of.note("CPU of a start to the first answer, s", peer.cpuMillis() / 1000);
                of.note("time of a start to the first answer, s", seconds);
                System.err.printf(
                        "%s: start %.2f s CPU, %.2f s%n",
                        peer.name(), peer.cpuMillis() / 1000, seconds);
            }
        }
    }

    private interface Start {
        Peer start() throws IOException, InterruptedException;
    }
}
