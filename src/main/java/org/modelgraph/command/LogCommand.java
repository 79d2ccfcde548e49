package org.modelgraph.command;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.Setting;
import org.modelgraph.history.Chronicle;
import org.modelgraph.history.Commit;
import org.modelgraph.history.CommitJson;
import org.modelgraph.history.Selection;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** {@code log}: what was committed to a store, while a server may have it open. */
final class LogCommand extends Command {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL = 50;

    LogCommand() {
        super(
                "log",
                "Lists the commits of a store, the newest first; a server may have the store open.",
                Setting.DATABASE);
        spec().addOption(text("--since", "WHEN", "Only commits after a version or from a time on."))
                .addOption(
                        OptionSpec.builder("--limit")
                                .type(Integer.class)
                                .paramLabel("NUMBER")
                                .description("How many at most. Default: " + USUAL + ".")
                                .build())
                .addOption(text("--graph", "IRI", "Only commits that may have changed a graph."))
                .addOption(text("--who", "TEXT", "Only commits of those whose name holds a text."))
                .addOption(text("--format", "text|json", "Default: text."));
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    @Override
    public Integer call() throws IOException {
        var json =
                switch (option("--format").orElse("text")) {
                    case "text" -> false;
                    case "json" -> true;
                    default ->
                            throw Problem.of(Problem.Kind.BAD_REQUEST, "There is no such format.")
                                    .hint("Choose text or json.");
                };
        var database = settings().database();
        var chronicle =
                Chronicle.read(database)
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.NOT_FOUND,
                                                "There is no history in " + database + ".")
                                        .hint("It begins with the first start of serve or load."));
        for (var commit : chronicle.commits(selection(chronicle)))
            if (json) out().println(JSON.writeValueAsString(CommitJson.of(commit)));
            else print(commit);
        out().flush();
        return CommandLineInterface.DONE;
    }

    private Selection selection(Chronicle chronicle) {
        var limit = given().matchedOptionValue("--limit", USUAL);
        if (limit < 1)
            throw Problem.of(Problem.Kind.BAD_REQUEST, "--limit is " + limit + ".")
                    .hint("Ask for one commit at least.");
        var newest = Selection.newest(limit).of(option("--graph"), option("--who"));
        return option("--since").map(s -> newest.since(s, chronicle)).orElse(newest);
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(given().matchedOptionValue(name, (String) null));
    }

    private void print(Commit commit) {
        out().printf(
                        Locale.ROOT,
                        "%s  %s  +%,d -%,d  %s%n",
                        commit.version(),
                        commit.at(),
                        commit.added(),
                        commit.removed(),
                        shown(commit.who()));
        commit.why().ifPresent(why -> out().println("    why:    " + shown(why)));
        if (!commit.graphs().isEmpty())
            out().println("    graphs: " + shown(String.join(" ", commit.graphs())) + more(commit));
        if (commit.patch() instanceof Commit.Patch.Missing(var reason))
            out().println("    gap:    " + reason);
    }

    private static String more(Commit commit) {
        return commit.moreGraphs() > 0 ? " and " + commit.moreGraphs() + " more" : "";
    }

    /** Text of others on one line, without what would steer a terminal. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
