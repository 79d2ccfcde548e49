package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came out, as tables in Markdown and as a drawing.
 *
 * @param memory the most that each server had, in MiB
 * @param unlike who answered what otherwise
 */
record BenchPage(
        long quads,
        List<BenchRow> rows,
        Contest contest,
        Map<String, Long> memory,
        List<String> unlike) {
    private static final int LINE = 14;
    private static final int LEFT = 290;
    private static final int WIDTH = 420;
    private static final double LEAST = 0.1;
    private static final double MOST = 100_000;

    String text() {
        return String.join(
                "\n",
                "%,d quads in 20 graphs. Ratios are geometric means over the questions that both sides answer alike; first is who takes least CPU of all who answer."
                        .formatted(quads),
                "",
                summary(),
                leftOut(),
                "![CPU time of each question on each server](performance.svg)",
                "",
                "CPU of the server in milliseconds, median of turns:",
                "",
                table(samples -> number(samples.medianCpu())),
                "Latency in milliseconds, median and 95th percentile:",
                "",
                table(s -> number(s.medianLatency()) + ", " + number(s.p95Latency())));
    }

    private String summary() {
        var lines = new StringBuilder();
        lines.append(
                """
                | server | questions | CPU by Fuseki's | latency by Fuseki's | first on | our CPU by its | ours first on | most memory, MiB |
                |---|---|---|---|---|---|---|---|
                """);
        for (var server : memory.keySet()) {
            var both = rows.stream().filter(row -> row.of(server).isPresent()).toList();
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %d | %.3f | %.3f | %d | %s | %s | %,d |%n",
                            server,
                            both.size(),
                            mean(row -> row.cpuRatio(server, BenchRow.REFERENCE)),
                            mean(row -> row.latencyRatio(server, BenchRow.REFERENCE)),
                            rows.stream().filter(row -> row.isFirst(server)).count(),
                            beside(server, mean(row -> row.cpuRatio(BenchRow.OURS, server))),
                            beside(server, wins(both, server)),
                            memory.getOrDefault(server, 0L)));
        }
        return lines.toString();
    }

    private static String beside(String server, Object value) {
        if (server.equals(BenchRow.OURS)) return "";
        return value instanceof Double d ? String.format(Locale.ROOT, "%.3f", d) : value.toString();
    }

    private static String wins(List<BenchRow> both, String server) {
        var won =
                both.stream()
                        .filter(r -> r.cpuRatio(BenchRow.OURS, server).orElse(9.0) < 1)
                        .count();
        return won + " of " + both.size();
    }

    private String leftOut() {
        var lines = new StringBuilder();
        if (!contest.absent().isEmpty())
            lines.append("Not here: ").append(String.join("; ", contest.absent())).append(".\n\n");
        if (!unlike.isEmpty())
            lines.append("Answered otherwise than by Fuseki, or not at all: ")
                    .append(String.join("; ", unlike))
                    .append(".\n\n");
        return lines.toString();
    }

    private double mean(Function<BenchRow, Optional<Double>> ratio) {
        return Math.exp(
                rows.stream()
                        .map(ratio)
                        .flatMap(Optional::stream)
                        .mapToDouble(Math::log)
                        .average()
                        .orElse(Double.NaN));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A row for each question, a column for each server. */
    private String table(Function<Samples, String> cell) {
        var head = "| class | question | rows | " + String.join(" | ", memory.keySet()) + " |\n";
        var rule = "|---|---|---" + "|---".repeat(memory.size()) + "|\n";
        return rows.stream()
                .map(row ->
                        "| %s | %s | %,d | %s |%n"
                                .formatted(
                                        row.kind(),
                                        row.name(),
                                        row.size(),
                                        memory.keySet().stream()
                                                .map(s -> row.of(s).map(cell).orElse("–"))
                                                .collect(Collectors.joining(" | "))))
                .collect(Collectors.joining("", head + rule, ""));
    }

    void write(Section section) throws IOException {
        section.write(text());
        Files.writeString(section.beside("performance.svg"), drawing());
    }

    /** For each question a mark of each server, at its CPU time on a scale of powers of ten. */
    String drawing() {
        var height = LINE * (rows.size() + 4);
        var drawing =
                new Drawing(LEFT + WIDTH + 30, height, "CPU time of each question on each server");
        var servers = List.copyOf(memory.keySet());
        for (var i = 0; i < servers.size(); i++) {
            drawing.mark(i, LEFT + i * 85.0, 9);
            drawing.text(LEFT + 9 + i * 85.0, 13, "start", servers.get(i));
        }
        for (var power = LEAST; power <= MOST * 1.001; power *= 10) {
            drawing.grid(place(power), 2.2 * LINE, place(power), height - LINE);
            drawing.text(
                    place(power),
                    2 * LINE,
                    "middle",
                    power < 1 ? "0.1 ms" : "%.0f ms".formatted(power));
        }
        for (var i = 0; i < rows.size(); i++) dots(rows.get(i), servers, LINE * (i + 3), drawing);
        return drawing.end();
    }

    private static double place(double millis) {
        var part = Math.log10(Math.clamp(millis, LEAST, MOST) / LEAST) / Math.log10(MOST / LEAST);
        return LEFT + WIDTH * part;
    }

    private static void dots(BenchRow row, List<String> servers, double y, Drawing drawing) {
        drawing.text(LEFT - 10, y + 3, "end", row.kind() + ": " + row.name());
        drawing.grid(LEFT, y, LEFT + WIDTH, y);
        for (var i = servers.size() - 1; i >= 0; i--) {
            var series = i;
            row.of(servers.get(i)).ifPresent(s -> drawing.mark(series, place(s.medianCpu()), y));
        }
    }
}
