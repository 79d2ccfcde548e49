package org.modelgraph.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes, lists and revokes tokens as an administrator does. */
public final class TokensOnTheCommandLine {
    private final Path database;

    public TokensOnTheCommandLine(Path database) {
        this.database = database;
    }

    /** A token with the given options. */
    public String create(String... options) {
        var arguments = new ArrayList<>(List.of("create", "--label", "test"));
        arguments.addAll(List.of(options));
        return run(arguments).strip();
    }

    /** The lines of the list below its head. */
    public List<String> list() {
        return run(List.of("list")).lines().skip(1).toList();
    }

    /** Revokes all. */
    public void revoke() {
        for (var line : list()) run(List.of("revoke", line.split("\t")[0]));
    }

    private String run(List<String> arguments) {
        var out = new StringWriter();
        var all = new ArrayList<String>();
        all.add("token");
        all.add(arguments.getFirst());
        all.addAll(List.of("--database", database.toString()));
        all.addAll(arguments.subList(1, arguments.size()));
        var code =
                CommandLineInterface.create()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(all.toArray(String[]::new));
        assertThat(code).isZero();
        return out.toString();
    }
}
