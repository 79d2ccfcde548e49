package org.modelgraph.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.compared.MarkedSection;
import org.modelgraph.compared.ServerProcess;
import org.modelgraph.graph.Faults;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The same hostile inputs, sent to this project's server and to Fuseki in one run, each in a
 * process of its own; what came of each is written to {@code docs/hostile.md}.
 */
@EnabledIfSystemProperty(named = "hostile", matches = "true")
class ComparisonTest {
    private static final Path FUSEKI = Path.of("target/fuseki/jena-fuseki-server.jar");

    /** The limit of one second and one more. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    @TempDir Path directory;

    private record Results(String name, List<Trial.Outcome> outcomes, long peakMebibytes) {
        long count(Predicate<Trial.Outcome> predicate) {
            return outcomes.stream().filter(predicate).count();
        }
    }

    @Test
    void theSameInputsAreSentToBothAndWrittenDown() throws Exception {
        var trials = Trial.all();
        assertThat(trials.size()).isGreaterThan(200);
        Results ours;
        Results theirs;
        try (var canary = new Canary(directory)) {
            try (var server = modelgraph()) {
                ours = results(server, trials, canary);
            }
            try (var server = ServerProcess.fuseki(directory.resolve("fuseki"), FUSEKI)) {
                theirs = results(server, trials, canary);
            }
        }
        new MarkedSection(Path.of("docs/hostile.md"), "comparison")
                .write(head(trials.size()) + summary(ours, theirs) + table(trials, ours, theirs));
        requireWhatIsPromised(trials, ours);
    }

    private ServerProcess modelgraph() throws Exception {
        return ServerProcess.modelgraph(
                directory.resolve("modelgraph"),
                "--upload-limit",
                "4",
                "--client-errors",
                "0",
                "--client-seconds",
                "0",
                "--client-parallel",
                "0");
    }

    private static Results results(ServerProcess server, List<Trial> trials, Canary canary)
            throws Exception {
        var loaded = server.post("/graphs?default", "application/n-triples", HostileData.text());
        assertThat(loaded.statusCode()).as(loaded.body()).isLessThan(300);
        var outcomes = new ArrayList<Trial.Outcome>();
        var peak = 0L;
        for (var trial : trials) {
            peak = Math.max(peak, server.peakMebibytes());
            outcomes.add(trial.on(server, canary));
            Faults.tell("%s, %s: %s", server.name(), trial.request(), outcomes.getLast().inWords());
        }
        return new Results(server.name(), outcomes, Math.max(peak, server.peakMebibytes()));
    }

    private static void requireWhatIsPromised(List<Trial> trials, Results ours) {
        for (var i = 0; i < trials.size(); i++) {
            var outcome = ours.outcomes().get(i);
            var as = trials.get(i).request() + ": " + outcome.inWords();
            assertThat(outcome.lives()).as(as).isTrue();
            assertThat(outcome.calls()).as(as).isZero();
            assertThat(outcome.leaked()).as(as).isFalse();
            assertThat(outcome.status()).as(as).isGreaterThan(0).isNotEqualTo(500);
            assertThat(inTime(outcome)).as("ended within its limit and a second: " + as).isTrue();
        }
    }

    private static String head(int inputs) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d inputs, sent one after the other on %s to a process with a heap of 1 GiB, a"
                        + " limit of 1 s a query and the same 32,000 statements in TDB2; %d cores"
                        + " under a load of %.1f by other programs, so times are upper bounds."
                        + " Fuseki 6.0.0 as it comes, with `--update --timeout=1000`, without"
                        + " credentials; what is not ended after 10 s counts as endless, and the"
                        + " process is started anew.%n%n",
                inputs,
                LocalDate.now(java.time.ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
    }

    private static String summary(Results ours, Results theirs) {
        var text = new StringBuilder("| | modelgraph | Fuseki 6.0.0 |\n|---|---|---|\n");
        row(text, "ended within 2 s", ours, theirs, ComparisonTest::inTime);
        row(text, "ended later", ours, theirs, o -> o.status() >= 0 && !inTime(o));
        row(text, "not ended after 10 s", ours, theirs, o -> o.status() == RawAnswer.TOO_LATE);
        row(text, "answered 500", ours, theirs, o -> o.status() == 500);
        row(text, "broke the connection", ours, theirs, o -> o.status() == RawAnswer.NOTHING);
        row(text, "answered nobody afterwards", ours, theirs, o -> !o.lives());
        row(text, "called another server", ours, theirs, o -> o.calls() > 0);
        row(text, "gave away a file", ours, theirs, Trial.Outcome::leaked);
        text.append("| most memory of the process | ")
                .append(ours.peakMebibytes() + " MiB | ")
                .append(theirs.peakMebibytes() + " MiB |\n\n");
        return text.toString();
    }

    private static boolean inTime(Trial.Outcome outcome) {
        return outcome.status() >= 0 && outcome.taken().compareTo(IN_TIME) <= 0;
    }

    private static void row(
            StringBuilder text,
            String what,
            Results ours,
            Results theirs,
            Predicate<Trial.Outcome> predicate) {
        text.append("| " + what + " | " + ours.count(predicate) + " | ")
                .append(theirs.count(predicate) + " |\n");
    }

    private static String table(List<Trial> trials, Results ours, Results theirs) {
        var text = new StringBuilder("| input | modelgraph | Fuseki 6.0.0 |\n|---|---|---|\n");
        for (var i = 0; i < trials.size(); i++)
            text.append("| " + trials.get(i).request() + " | ")
                    .append(ours.outcomes().get(i).inWords() + " | ")
                    .append(theirs.outcomes().get(i).inWords() + " |\n");
        return text.toString();
    }
}
