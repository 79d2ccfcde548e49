package org.modelgraph.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.History;
import org.modelgraph.history.Retention;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code modelgraph log} says of the commits of a store. */
class LogCommandTest {
    @TempDir private static Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void writeThrice() {
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            History.of(store, Retention.EVERYTHING);
            write(store, "token of ana", Optional.of("to try\u001b[31m"), "urn:g:1", 2);
            write(store, "user ben", Optional.empty(), "urn:g:2", 1);
            write(store, "token of ana", Optional.empty(), "urn:g:2", 3);
        }
    }

    private static void write(
            KnowledgeGraph store, String who, Optional<String> why, String graph, int quads) {
        store.write(
                new Attribution(who, why),
                overlay -> {
                    for (var n = 0; n < quads; n++)
                        overlay.add(
                                NodeFactory.createURI(graph),
                                NodeFactory.createURI("urn:s"),
                                NodeFactory.createURI("urn:p"),
                                NodeFactory.createLiteralString(who + n));
                });
    }

    private List<String> log(String... options) {
        var arguments = new ArrayList<>(List.of("log", "--database"));
        arguments.add(directory.resolve("db").toString());
        arguments.addAll(List.of(options));
        assertThat(run(arguments)).as(err.toString()).isEqualTo(CommandLineInterface.DONE);
        return out.toString().lines().toList();
    }

    private int run(List<String> arguments) {
        out.getBuffer().setLength(0);
        return CommandLineInterface.create()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void theNewestComesFirstWithWhoWhenWhyAndHowMuch() {
        var lines = log();
        assertThat(lines.getFirst()).matches(".*-3  \\d{4}-\\S+Z  \\+3 -0  token of ana");
        assertThat(lines)
                .anyMatch(l -> l.matches(".*-1  .*\\+2 -0  token of ana"))
                .contains("    why:    to try [31m", "    graphs: urn:g:1");
    }

    @Test
    void commitsAreChosenByNumberWriterGraphAndVersion() {
        assertThat(log("--limit", "1")).hasSize(2).first().asString().contains("-3  ");
        assertThat(log("--who", "ben")).hasSize(2).first().asString().contains("user ben");
        assertThat(log("--graph", "urn:g:1")).hasSize(3).first().asString().contains("-1  ");
        var second = log("--who", "ben").getFirst().split(" ", 2)[0];
        assertThat(log("--since", second)).hasSize(2).first().asString().contains("-3  ");
        assertThat(log("--since", "2100-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void asJsonEachCommitIsALine() throws Exception {
        var lines = log("--format", "json");
        assertThat(lines).hasSize(3);
        var commit = new ObjectMapper().readTree(lines.getLast());
        assertThat(commit.path("who").asText()).isEqualTo("token of ana");
        assertThat(commit.path("added").asInt()).isEqualTo(2);
    }

    @Test
    void whatCantBeChosenIsToldWithAWayOut() {
        var database = directory.resolve("db").toString();
        assertThat(run(List.of("log", "--database", database, "--limit", "0"))).isNotZero();
        assertThat(run(List.of("log", "--database", database, "--format", "x"))).isNotZero();
        assertThat(run(List.of("log", "--database", directory.resolve("none").toString())))
                .isNotZero();
        assertThat(err.toString())
                .contains("one commit at least", "Choose text or json", "There is no history in");
    }
}
