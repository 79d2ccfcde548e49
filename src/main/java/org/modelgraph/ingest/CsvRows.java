package org.modelgraph.ingest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.util.List;

/** The rows of a CSV file with a header (RFC 4180). */
final class CsvRows {
    private CsvRows() {}

    /**
     * Reads all rows.
     *
     * @param file how the user calls the file, for problems
     * @param columns the header that the file must have, in order
     * @throws Problem where the header differs or a row has more or fewer cells
     */
    static List<CSVRecord> read(String file, String text, List<String> columns) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            if (!parser.getHeaderNames().equals(columns))
                throw Problem.of(
                                Problem.Kind.MALFORMED_DATA,
                                file
                                        + ":1:1: the header is "
                                        + String.join(",", parser.getHeaderNames()))
                        .hint("It should be " + String.join(",", columns));
            var rows = parser.getRecords();
            for (var row : rows)
                if (row.size() != columns.size())
                    throw problem(
                            file,
                            row,
                            "the row has "
                                    + row.size()
                                    + " cells, the header has "
                                    + columns.size());
            return rows;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage()).causedBy(e);
        }
    }

    /**
     * A problem with one row, told by the line on which the row stands if no cell before it has
     * line breaks.
     */
    static Problem problem(String file, CSVRecord row, String what) {
        var line = (int) row.getRecordNumber() + 1;
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }
}
