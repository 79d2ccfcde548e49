package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is answered at once does not wait behind what takes long. */
class BriefAnswersTest {
    private static final int MOST_TRIES = 2000;
    private static final int SCENES = 5;
    private static final Pattern BRIEF =
            Pattern.compile("(?m)^modelgraph_queries_brief_total (\\S+)$");
    private static final Pattern AT_WORK =
            Pattern.compile("(?m)^modelgraph_queries_active\\{lane=\"queries\"\\} 1\\.0$");
    private static final String SHORT =
            "SELECT ?label { <http://t.example/1> <http://t.example/label> ?label }";
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?w"
                    + " FILTER(STR(?x) = CONCAT(STR(?y), STR(?z), STR(?w))) }";

    private static final String DATA =
            IntStream.range(0, 400)
                    .mapToObj(
                            "<http://t.example/%1$d> <http://t.example/label> \"label %1$d\" ."
                                    ::formatted)
                    .collect(Collectors.joining("\n"));

    @TempDir Path directory;

    private static double brief(Client client) throws Exception {
        var found = BRIEF.matcher(client.get("/metrics").body());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static void askUntilBrief(Client client) throws Exception {
        var before = brief(client);
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            assertThat(client.ask(SHORT).statusCode()).isEqualTo(200);
            if (brief(client) > before) return;
        }
        throw new AssertionError("never brief");
    }

    private static CompletableFuture<Integer> askForMore(Client client, ExecutorService beside) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.ask(ENDLESS).statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                beside);
    }

    @Test
    void aBriefQueryIsAnsweredWhileAllPlacesAreTaken() throws Exception {
        var settings =
                Map.of(
                        Setting.PARALLEL_QUERIES, "1",
                        Setting.QUERY_TIMEOUT, "20",
                        Setting.RESULT_CACHE, "off");
        try (var server = TestServer.writable(directory, settings);
                var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = server.client();
            new WritingClient(client, TestServer.TOKEN).put("/graphs?default", DATA);
            server.awaitSnapshot();
            var answered = false;
            for (var n = 0; n < SCENES && !answered; n++)
                answered = isAnsweredBesideALongOne(client, beside);
            assertThat(answered).isTrue();
        }
    }

    /** False where the machine had so much to do that the query was not brief this time. */
    private static boolean isAnsweredBesideALongOne(Client client, ExecutorService beside)
            throws Exception {
        askUntilBrief(client);
        var endless = askForMore(client, beside);
        while (!AT_WORK.matcher(client.get("/metrics").body()).find() && !endless.isDone())
            Thread.onSpinWait();
        var before = brief(client);
        var answer = client.ask(SHORT);
        var besideIt = !endless.isDone();
        assertThat(endless.join()).isNotEqualTo(200);
        return answer.statusCode() == 200
                && answer.body().contains("label 1")
                && besideIt
                && brief(client) > before;
    }

    @Test
    void aBriefAnswerIsThatOfTheNewestState() throws Exception {
        try (var server = TestServer.writable(directory, Map.of(Setting.RESULT_CACHE, "off"))) {
            var client = server.client();
            var writer = new WritingClient(client, TestServer.TOKEN);
            writer.put("/graphs?default", DATA);
            server.awaitSnapshot();
            askUntilBrief(client);
            for (var i = 0; i < 20; i++) {
                var label = "another " + i;
                writer.put(
                        "/graphs?graph=http://t.example/g",
                        "<http://t.example/1> <http://t.example/label> \"" + label + "\" .");
                assertThat(client.ask(SHORT).body()).contains("label 1", label);
            }
        }
    }
}
