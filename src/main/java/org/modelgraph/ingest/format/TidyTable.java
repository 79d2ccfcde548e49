package org.modelgraph.ingest.format;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.ingest.Table;
import org.modelgraph.ingest.TableKind;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A table of results without a mapping file beside it: columns are known by our names or by those
 * that {@code imports/csv.yaml} gives for ours; others are left aside with a note. A row without id
 * or locator is known by its line.
 */
final class TidyTable {
    private static final List<String> NEEDED = List.of("model", "benchmark", "metric");

    private final String file;
    private final Intake intake;

    TidyTable(String file, Intake intake) {
        this.file = file;
        this.intake = intake;
    }

    /** Reads row after row; a table that lacks model, benchmark or value is left aside. */
    void read(Reader text, Consumer<Table.Row> sink) {
        var format = CSVFormat.RFC4180.builder().setAllowMissingColumnNames(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            var rows = parser.iterator();
            if (!rows.hasNext()) {
                intake.leaveAside(1, "the table has no header");
                return;
            }
            var header = rows.next().toList().stream().map(String::strip).toList();
            var names = header.stream().map(this::ours).toList();
            if (!isOfResults(names)) return;
            leaveColumns(header, names);
            var line = (int) parser.getCurrentLineNumber() + 1;
            while (rows.hasNext()) {
                take(line, rows.next(), names, sink);
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage())
                    .at(new Position(1, 1))
                    .causedBy(e);
        }
    }

    /** Our name of a column; empty where there is none. */
    private String ours(String column) {
        var name = column.toLowerCase(Locale.ROOT);
        var meant = intake.mapping().table("columns", name).orElse(name);
        return TableKind.RESULTS.columns().contains(meant) ? meant : "";
    }

    private boolean isOfResults(List<String> names) {
        var missing = NEEDED.stream().filter(column -> !names.contains(column)).toList();
        var valued = names.contains("value") || names.contains("printed");
        if (missing.isEmpty() && valued) return true;
        intake.leaveAside(
                1,
                "the table is no table of results: it has no column "
                        + (missing.isEmpty() ? "value" : String.join(", ", missing)));
        return false;
    }

    private void leaveColumns(List<String> header, List<String> names) {
        for (var i = 0; i < header.size(); i++)
            if (names.get(i).isEmpty())
                intake.leaveAside(
                        1,
                        "the column “"
                                + header.get(i)
                                + "” is left aside: "
                                + intake.mapping().reason(header.get(i)));
    }

    private void take(int line, CSVRecord record, List<String> names, Consumer<Table.Row> sink) {
        if (record.size() != names.size()) {
            intake.leaveAside(
                    line, "the row has " + record.size() + " cells, the header " + names.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (var i = 0; i < names.size(); i++)
            if (!names.get(i).isEmpty() && !record.get(i).isBlank())
                cells.putIfAbsent(names.get(i), record.get(i).strip());
        cells.putIfAbsent("id", "line-" + line);
        cells.putIfAbsent("locator", "row " + (line - 1));
        var empty = new ArrayList<>(NEEDED);
        empty.removeAll(cells.keySet());
        if (empty.isEmpty())
            sink.accept(
                    new Table.Row(
                            file,
                            line,
                            cells,
                            Map.of(),
                            fault -> intake.leaveAside(line, fault.detail())));
        else intake.leaveAside(line, String.join(", ", empty) + " is empty");
    }
}
