package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how what this server and Fuseki cost grows with the number of quads: a question of each
 * of ten classes, at several sizes.
 *
 * <p>Arguments: the numbers of quads with commas between them, the directory of the build, and the
 * page whose part {@code growth} is written anew.
 */
final class Growth {
    private static final List<String> QUESTIONS =
            List.of(
                    "look-up: all of one model",
                    "inbound: of a model",
                    "label search: contains",
                    "leaderboard: of a benchmark",
                    "averages: by benchmark",
                    "histogram: of properties",
                    "tree: descendants",
                    "star: with filters",
                    "triangle: of citations",
                    "export: all labels");

    private static final int PASSES = 5;
    private static final int ROUNDS = 3;

    private Growth() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var sizes = Stream.of(arguments[0].split(",", -1)).map(Long::valueOf).sorted().toList();
        var section = Section.in(Path.of(arguments[2]), "growth");
        var questions = questions();
        var samples = questions.stream().map(_ -> new ArrayList<Map<String, Samples>>()).toList();
        for (var size : sizes)
            try (var contest = Contest.begin(Site.in(Path.of(arguments[1]), size), Contest.two())) {
                warm(contest, questions);
                for (var i = 0; i < questions.size(); i++)
                    samples.get(i).add(measure(contest, questions.get(i)));
            }
        var curves = new ArrayList<Curve>();
        for (var i = 0; i < questions.size(); i++)
            curves.add(
                    new Curve(
                            questions.get(i).kind(),
                            questions.get(i).name(),
                            sizes,
                            samples.get(i)));
        var page = new GrowthPage(curves);
        System.out.println(page.table());
        page.write(section);
    }

    /** Lets the compilers of both do their work before anything is measured. */
    private static void warm(Contest contest, List<BenchQuestion> questions)
            throws IOException, InterruptedException {
        for (var pass = 0; pass < PASSES; pass++)
            for (var question : questions)
                for (var peer : contest.peers())
                    Race.over(ROUNDS).warm(peer, p -> p.answer(question));
    }

    private static List<BenchQuestion> questions() throws IOException {
        return BenchQuestion.all().stream()
                .filter(q -> QUESTIONS.contains(q.kind() + ": " + q.name()))
                .toList();
    }

    private static Map<String, Samples> measure(Contest contest, BenchQuestion question)
            throws IOException, InterruptedException {
        SameAnswer.demand(
                question, contest.reference().answer(question), contest.ours().answer(question));
        var samples = Race.over(ROUNDS).run(contest.peers(), peer -> peer.answer(question));
        System.err.printf("%s: %s", question.kind(), question.name());
        samples.forEach((name, s) -> System.err.printf(" %s %.2f", name, s.medianCpu()));
        System.err.println();
        return samples;
    }
}
