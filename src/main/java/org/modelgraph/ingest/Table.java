package org.modelgraph.ingest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A CSV file with a header (RFC 4180), read by its mapping. */
public final class Table {
    private static final String IGNORED = "";

    private Table() {}

    /**
     * One row under our names of the columns.
     *
     * @param file how the user calls the file, for problems
     * @param line the line on which the row begins, from 1
     * @param cells the cells that are filled
     */
    public record Row(String file, int line, Map<String, String> cells) {
        /** The cell of a column, empty where nothing is said. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }

        public boolean filled(String column) {
            return cells.containsKey(column);
        }

        /** The parts of a cell that holds several values. */
        public List<String> parts(String column) {
            return get(column).transform(cell -> List.of(cell.split("\\|", -1))).stream()
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** A problem with this row. */
        public Problem problem(String what) {
            return Table.problem(file, line, what);
        }
    }

    /**
     * Reads all rows.
     *
     * @throws Problem where a column is unknown or missing, a row has more or fewer cells than the
     *     header, or a required cell is empty
     */
    static List<Row> read(String file, String text, Mapping mapping) {
        var rows = new ArrayList<Row>();
        read(
                file,
                new StringReader(text),
                mapping,
                rows::add,
                problem -> {
                    throw problem;
                });
        return rows;
    }

    /**
     * Reads row after row.
     *
     * @param sink takes the sound rows
     * @param refused takes what is wrong with the others: more or fewer cells than the header, or a
     *     required cell that is empty
     * @throws Problem where a column is unknown or missing
     */
    public static void read(
            String file,
            Reader text,
            Mapping mapping,
            Consumer<Row> sink,
            Consumer<Problem> refused) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            var names = names(file, parser.getHeaderNames(), mapping);
            var records = parser.iterator();
            var line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                take(file, line, records.next(), names, mapping, sink, refused);
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage()).causedBy(e);
        }
    }

    private static void take(
            String file,
            int line,
            CSVRecord record,
            List<String> names,
            Mapping mapping,
            Consumer<Row> sink,
            Consumer<Problem> refused) {
        Row row;
        try {
            row = row(file, line, record, names, mapping);
        } catch (Problem problem) {
            refused.accept(problem);
            return;
        }
        sink.accept(row);
    }

    private static List<String> names(String file, List<String> header, Mapping mapping) {
        var ours = new HashMap<String, String>();
        mapping.kind().columns().forEach(name -> ours.put(name, name));
        mapping.columns().forEach((name, theirs) -> ours.put(theirs, name));
        var names = new ArrayList<String>();
        mapping.ignored().forEach(theirs -> ours.put(theirs, IGNORED));
        for (var column : header) {
            var name = ours.get(column);
            if (name == null)
                throw problem(file, 1, "'" + column + "' is no column of " + mapping.kind().word())
                        .hint("The columns are " + String.join(", ", mapping.kind().columns()));
            names.add(name);
        }
        var missing =
                mapping.kind().required().stream()
                        .filter(c -> !names.contains(c) && !mapping.defaults().containsKey(c))
                        .collect(Collectors.joining(", "));
        if (missing.isEmpty()) return names;
        throw problem(file, 1, "the header lacks " + missing)
                .hint("The mapping file can name what the table calls it, or give a default.");
    }

    private static Row row(
            String file, int line, CSVRecord record, List<String> names, Mapping mapping) {
        if (record.size() != names.size())
            throw problem(
                    file,
                    line,
                    "the row has " + record.size() + " cells, the header has " + names.size());
        var cells = new HashMap<>(mapping.defaults());
        for (var i = 0; i < names.size(); i++)
            if (!names.get(i).equals(IGNORED) && !record.get(i).isBlank())
                cells.put(names.get(i), record.get(i).strip());
        var row = new Row(file, line, cells);
        for (var column : mapping.kind().required())
            if (!row.filled(column)) throw row.problem(column + " is empty");
        return row;
    }

    private static Problem problem(String file, int line, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }
}
