package org.modelgraph.ingest.format;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Foundation Model Transparency Index: tables of scores (an indicator a row, a developer a
 * column) and the reports of single developers (an indicator a row, with score and disclosure). A
 * score of 1 is read as disclosed, one of 0 as undisclosed.
 */
public final class FmtiFormat implements Format {
    private static final Pattern REPORT =
            Pattern.compile("(.+?)_fmtransparencyreport.*\\.csv(\\.gz)?$");
    private static final Set<String> NO_DEVELOPERS =
            Set.of("domain", "subdomain", "indicator", "total", "sum", "average", "");

    @Override
    public String name() {
        return "fmti";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".csv") || path.endsWith(".csv.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var author = intake.named("organization", "Foundation Model Transparency Index", 1);
        if (author.isEmpty()) return;
        intake.describe(
                SourceFacts.of(
                                "Foundation Model Transparency Index, " + file.fileName(),
                                "基础模型透明度指数，" + file.fileName(),
                                author.get(),
                                "data-set",
                                file.name())
                        .at(Optional.of("https://crfm.stanford.edu/fmti/")));
        file.text(text -> {
            read(file, text, new Sheet(intake, author.get()));
            return true;
        });
    }

    private static void read(SourceFile file, Reader text, Sheet sheet) {
        var format = CSVFormat.RFC4180.builder().setAllowMissingColumnNames(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            var rows = parser.iterator();
            if (!rows.hasNext()) return;
            var header = rows.next().toList().stream().map(String::strip).toList();
            var line = (int) parser.getCurrentLineNumber() + 1;
            var report = REPORT.matcher(file.fileName());
            var ofOne = header.contains("Score") && report.matches();
            if (!ofOne && !header.contains("Indicator")) {
                sheet.intake()
                        .leaveAside(1, "the table has no column Indicator: it is of another kind");
                return;
            }
            while (rows.hasNext()) {
                var row = rows.next();
                if (ofOne) sheet.report(report.group(1).replace(':', '/'), header, row, line);
                else sheet.scores(header, row, line);
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file.shown() + ": " + e.getMessage())
                    .at(new Position(1, 1))
                    .causedBy(e);
        }
    }

    private record Sheet(Intake intake, Named author) {
        private static String cell(CSVRecord row, int at) {
            return at >= 0 && at < row.size() ? row.get(at).strip() : "";
        }

        /** A row of the report on one developer; its first column holds the indicator. */
        void report(String developer, List<String> header, CSVRecord row, int line) {
            var score = cell(row, header.indexOf("Score"));
            var indicator = cell(row, 0);
            if (indicator.isEmpty()) return;
            var words = cell(row, header.indexOf("Disclosure"));
            if (words.isEmpty()) words = cell(row, header.indexOf("Justification"));
            disclosure(
                    developer,
                    indicator,
                    score,
                    line,
                    words,
                    cell(row, header.indexOf("References")));
        }

        /** A row of a table of scores. */
        void scores(List<String> header, CSVRecord row, int line) {
            var indicator = cell(row, header.indexOf("Indicator"));
            if (NO_DEVELOPERS.contains(indicator.toLowerCase(Locale.ROOT))) return;
            var told = false;
            for (var i = 0; i < header.size(); i++) {
                var developer = header.get(i);
                if (NO_DEVELOPERS.contains(developer.toLowerCase(Locale.ROOT))) continue;
                var score = cell(row, i);
                if (score.matches("[01](\\.0)?"))
                    disclosure(developer, indicator, score, line, "", "");
                else if (!told) {
                    told = true;
                    intake.leaveAside(
                            line, "row “" + indicator + "”: a cell is no score of 0 or 1");
                }
            }
        }

        private void disclosure(
                String developer,
                String indicator,
                String score,
                int line,
                String words,
                String references) {
            var status =
                    score.startsWith("1")
                            ? "disclosed"
                            : score.startsWith("0") ? "undisclosed" : "";
            var item = intake.known("disclosure", indicator);
            if (status.isEmpty() || item.isEmpty()) {
                intake.leaveAside(
                        line,
                        "row “"
                                + indicator
                                + "” is left aside: "
                                + (item.isEmpty()
                                        ? "no disclosure item of the graph is called so"
                                        : "“" + score + "” is no score of 0 or 1"));
                return;
            }
            var path = "row \"" + indicator + "\", column \"" + developer + "\"";
            var id = NormalName.slug(developer) + "-" + NormalName.slug(indicator);
            var claim = intake.claim("DisclosureStatement", id, line, path, author.node());
            claim.stance("stated");
            claim.mention(item.get(), Vocabulary.term("item"));
            claim.add(Vocabulary.term("disclosureStatus"), Vocabulary.code(status));
            claim.quotation(words);
            for (var word : references.split("[\\s,;]+")) claim.cites(word);
            var subject = claim.named("organization", developer, Vocabulary.term("about"));
            var statusZh = status.equals("disclosed") ? "已披露" : "未见披露";
            claim.send(
                    subject.map(Named::label).orElse("")
                            + " on "
                            + item.get().label()
                            + ": "
                            + status,
                    subject.map(Named::labelZh).orElse("")
                            + "，"
                            + item.get().labelZh()
                            + "："
                            + statusZh);
        }
    }
}
