package org.modelgraph.ingest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

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
     * @param columns the place in the table of each of our columns that the table has, from 1
     * @param faults is told what is wrong with a cell; may throw
     */
    public record Row(
            String file,
            int line,
            Map<String, String> cells,
            Map<String, Integer> columns,
            Consumer<Problem> faults) {
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

        /** A problem with one cell of this row. */
        Problem problem(String column, String what) {
            return problem(what).at(new Position(line, columns.getOrDefault(column, 1)));
        }
    }

    /**
     * Reads all rows.
     *
     * @throws Problem where a column is unknown or missing, a row has more or fewer cells than the
     *     header, or a required cell is empty
     */
    static List<Row> read(String file, String text, Mapping mapping, Consumer<Problem> faults) {
        requirePlain(file, text);
        var rows = new ArrayList<Row>();
        read(file, new StringReader(text), mapping, rows::add, faults);
        return rows;
    }

    /**
     * Reads row after row.
     *
     * @param sink takes the sound rows
     * @param faults takes what is wrong with the header and the other rows: a column that is
     *     unknown, more or fewer cells than the header, a required cell that is empty
     * @throws Problem where a column is missing
     */
    public static void read(
            String file,
            Reader text,
            Mapping mapping,
            Consumer<Row> sink,
            Consumer<Problem> faults) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            var names = names(file, parser.getHeaderNames(), mapping, faults);
            var records = parser.iterator();
            var line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                take(file, line, records.next(), names, mapping, sink, faults);
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
            Consumer<Problem> faults) {
        Row row;
        try {
            row = row(file, line, record, names, mapping, faults);
        } catch (Problem problem) {
            faults.accept(problem);
            return;
        }
        sink.accept(row);
    }

    private static void requirePlain(String file, String text) {
        if (text.startsWith("\uFEFF"))
            throw problem(file, 1, "the file begins with an invisible byte order mark")
                    .hint("Save it as UTF-8 without a byte order mark (BOM).");
        var header = text.lines().findFirst().orElse("");
        for (var other : List.of(";", "\t"))
            if (header.contains(other) && !header.contains(","))
                throw problem(
                                file,
                                1,
                                "the cells are separated by "
                                        + (other.equals(";") ? "semicolons" : "tabs"))
                        .hint("Save the table with commas between the cells.");
    }

    private static List<String> names(
            String file, List<String> header, Mapping mapping, Consumer<Problem> faults) {
        var ours = new HashMap<String, String>();
        mapping.kind().columns().forEach(name -> ours.put(name, name));
        mapping.columns().forEach((name, theirs) -> ours.put(theirs, name));
        var names = new ArrayList<String>();
        mapping.ignored().forEach(theirs -> ours.put(theirs, IGNORED));
        for (var column : header) {
            var name = ours.get(column);
            if (name == null)
                faults.accept(unknown(file, column, names.size() + 1, mapping.kind()));
            names.add(name == null ? IGNORED : name);
        }
        var missing =
                mapping.kind().required().stream()
                        .filter(c -> !names.contains(c) && !mapping.defaults().containsKey(c))
                        .collect(Collectors.joining(", "));
        if (missing.isEmpty()) return names;
        throw problem(file, 1, "the header lacks " + missing)
                .hint("The mapping file can name what the table calls it, or give a default.");
    }

    private static Problem unknown(String file, String column, int place, TableKind kind) {
        var near =
                Similarity.nearest(column, kind.columns())
                        .map(name -> "Did you mean " + name + "? Else map it")
                        .orElse("Map it");
        return problem(file, 1, "'" + column + "' is no column of " + kind.word())
                .at(new Position(1, place))
                .hint(
                        near
                                + " under columns, or list it under ignore, in the mapping file"
                                + " beside the table. The columns are "
                                + String.join(", ", kind.columns())
                                + ".");
    }

    private static Row row(
            String file,
            int line,
            CSVRecord record,
            List<String> names,
            Mapping mapping,
            Consumer<Problem> faults) {
        if (record.size() == 1 && record.get(0).isBlank() && names.size() > 1)
            throw problem(file, line, "the line is empty").hint("Take the empty line out.");
        if (record.size() != names.size())
            throw problem(
                            file,
                            line,
                            "the row has "
                                    + record.size()
                                    + " cells, the header has "
                                    + names.size())
                    .hint("A cell that holds a comma needs quotes around it.");
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < names.size(); i++) places.put(names.get(i), i + 1);
        var cells = new HashMap<>(mapping.defaults());
        for (var i = 0; i < names.size(); i++)
            if (!names.get(i).equals(IGNORED) && !record.get(i).isBlank())
                cells.put(names.get(i), record.get(i).strip());
        var row = new Row(file, line, cells, places, faults);
        for (var column : mapping.kind().required())
            if (!row.filled(column))
                throw row.problem(column, column + " is empty")
                        .hint("It is needed in each row: fill the cell, or give a default.");
        return row;
    }

    private static Problem problem(String file, int line, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }
}
