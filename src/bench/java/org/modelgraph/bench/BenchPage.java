package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What came out, as a table in Markdown and as a drawing.
 *
 * @param memory the most that each server had, in MiB
 */
record BenchPage(long quads, List<BenchRow> rows, List<Long> memory) {
    private static final String BEGIN = "<!-- servers: begin -->";
    private static final String END = "<!-- servers: end -->";
    private static final int LINE = 14;
    private static final int LEFT = 290;
    private static final int WIDTH = 420;
    private static final double LEAST = 0.001;

    String table() {
        var lines = rows.stream().map(BenchPage::line).collect(Collectors.joining("\n"));
        return """
        %,d quads in 20 graphs. CPU and latency in milliseconds; the geometric mean of the ratios is **%.3f** of CPU and **%.3f** of latency; ours is first on %d of %d. Most memory: %s MiB (ours, Fuseki).

        | class | question | rows | CPU, ours | CPU, Fuseki | ratio | latency, ours: median, p95 | latency, Fuseki: median, p95 | ratio |
        |---|---|---|---|---|---|---|---|---|
        %s
        """
                .formatted(
                        quads,
                        mean(BenchRow::cpuRatio),
                        mean(BenchRow::latencyRatio),
                        rows.stream().filter(r -> r.cpuRatio() < 1).count(),
                        rows.size(),
                        memory.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        lines);
    }

    private double mean(ToDoubleFunction<BenchRow> ratio) {
        return Math.exp(
                rows.stream().mapToDouble(r -> Math.log(ratio.applyAsDouble(r))).sum()
                        / rows.size());
    }

    private static String line(BenchRow row) {
        var ours = row.samples().getFirst();
        var theirs = row.samples().getLast();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.2f | %.2f | %.3f | %.2f, %.2f | %.2f, %.2f | %.3f |",
                row.kind(),
                row.name(),
                row.size(),
                ours.medianCpu(),
                theirs.medianCpu(),
                row.cpuRatio(),
                ours.medianLatency(),
                ours.p95Latency(),
                theirs.medianLatency(),
                theirs.p95Latency(),
                row.latencyRatio());
    }

    /** Writes the table between the marks of a page, and the drawing. */
    void write(Path page, Path drawing) throws IOException {
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                page,
                text.substring(0, begin) + "\n" + table() + text.substring(text.indexOf(END)));
        Files.writeString(drawing, drawing());
    }

    /** A bar for each question: our CPU time by Fuseki's, on a scale of powers of ten. */
    String drawing() {
        var height = LINE * (rows.size() + 3);
        var out = new StringBuilder();
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"10\" role=\"img\">\n<title>CPU time of this server by that of Fuseki</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
                        .formatted(LEFT + WIDTH + 60, height));
        for (var power = LEAST; power <= 1.001; power *= 10)
            out.append(
                    "<path d=\"M%.1f %d V%d\" stroke=\"#bbb\"/><text x=\"%.1f\" y=\"12\" text-anchor=\"middle\" fill=\"#333\">%s</text>\n"
                            .formatted(
                                    place(power),
                                    LINE + 2,
                                    height - LINE,
                                    place(power),
                                    power > 0.9 ? "1" : "%.3f".formatted(power)));
        for (var i = 0; i < rows.size(); i++) bar(rows.get(i), LINE * (i + 2), out);
        return out.append("</svg>\n").toString();
    }

    private static double place(double ratio) {
        return LEFT + WIDTH * (1 - Math.log10(Math.clamp(ratio, LEAST, 2)) / Math.log10(LEAST));
    }

    private static void bar(BenchRow row, int top, StringBuilder out) {
        out.append(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#333\">%s: %s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\" fill=\"#333\">%.3f</text>\n"
                        .formatted(
                                LEFT - 6,
                                top + 9,
                                row.kind(),
                                row.name(),
                                LEFT,
                                top + 1,
                                Math.max(1, place(row.cpuRatio()) - LEFT),
                                LINE - 4,
                                row.cpuRatio() < 1 ? "#2b6cb0" : "#c05621",
                                place(row.cpuRatio()) + 4,
                                top + 9,
                                row.cpuRatio()));
    }
}
