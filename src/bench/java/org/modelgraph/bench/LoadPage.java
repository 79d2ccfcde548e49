package org.modelgraph.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What was measured under load, as a table in Markdown.
 *
 * @param questions how many there were to choose from
 * @param figures by server
 */
record LoadPage(long quads, int questions, Map<String, Figures> figures) {
    String table() {
        var servers = List.copyOf(figures.keySet());
        return """
        %,d quads, %d short questions; medians of turns. The ratio is this server's figure by Fuseki's.

        | what | %s | ratio |
        |---|%s---|
        %s
        """
                .formatted(
                        quads,
                        questions,
                        String.join(" | ", servers),
                        "---|".repeat(servers.size()),
                        of(BenchRow.OURS).names().stream()
                                .map(name -> line(name, servers))
                                .collect(Collectors.joining("\n")));
    }

    private Figures of(String server) {
        return figures.getOrDefault(server, new Figures());
    }

    private String line(String name, List<String> servers) {
        var ours = of(BenchRow.OURS).median(name);
        var theirs = of(BenchRow.REFERENCE).median(name);
        var ratio =
                ours.isPresent() && theirs.isPresent()
                        ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                        : OptionalDouble.empty();
        var cells =
                servers.stream()
                        .map(server -> number(of(server).median(name)))
                        .collect(Collectors.joining(" | "));
        return "| " + name + " | " + cells + " | " + number(ratio) + " |";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,.2f", value.getAsDouble()) : "–";
    }
}
