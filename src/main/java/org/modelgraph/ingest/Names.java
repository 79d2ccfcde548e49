package org.modelgraph.ingest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Similarity;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The reviewed tables of names, one a column: which thing of the graph is meant by a name as
 * sources print it. The same thing may be printed in many ways; a name that stands in no table is
 * never guessed.
 */
public final class Names {
    private static final List<String> HEADER = List.of("printed", "name");
    private static final Pattern NAME = Pattern.compile("[a-z]+/[a-z0-9]+([.-][a-z0-9]+)*");

    private final Map<String, Map<String, String>> columns = new HashMap<>();

    /**
     * Reads the table of one column: as printed, the kind and name of what is meant.
     *
     * @param column the column, such as {@code model}
     * @param file how the user calls the file, for problems
     * @throws Problem where a row is broken or says otherwise than an earlier one
     */
    public void read(String column, String file, String text) {
        read(
                column,
                file,
                text,
                fault -> {
                    throw fault;
                });
    }

    /** Reads the table of one column, and goes on after a row that is told to be broken. */
    public void read(String column, String file, String text, Consumer<Problem> faults) {
        var names = columns.computeIfAbsent(column, _ -> new HashMap<>());
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text, format)) {
            if (!parser.getHeaderNames().equals(HEADER))
                throw problem(file, 1, "the header is not " + String.join(",", HEADER));
            for (var row : parser) {
                try {
                    add(names, row, file, (int) parser.getCurrentLineNumber());
                } catch (Problem fault) {
                    faults.accept(fault);
                }
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage()).causedBy(e);
        }
    }

    private static void add(Map<String, String> names, CSVRecord row, String file, int line) {
        if (row.size() != HEADER.size())
            throw problem(file, line, "the row has " + row.size() + " cells, not two")
                    .hint("A row is what is printed and what is meant: GPT-4,model/gpt-4");
        var name = row.get(1);
        if (!isName(name))
            throw problem(file, line, "'" + name + "' is no kind/name")
                    .at(new Position(line, 2))
                    .hint("Write it like model/gpt-4: small letters, digits, hyphens and dots.");
        var earlier = names.putIfAbsent(row.get(0), name);
        if (earlier != null && !earlier.equals(name))
            throw problem(file, line, "'" + row.get(0) + "' is " + earlier + " already")
                    .hint("A name means one thing; print yours as its source does, or longer.");
    }

    private static Problem problem(String file, int line, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }

    /** True for a kind and name such as {@code model/gpt-4}. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Takes up one row of a table of names. */
    @FunctionalInterface
    public interface Row {
        void take(String column, String printed, String name);
    }

    /** Hands over all rows of all tables, in no order. */
    public void forEach(Row row) {
        columns.forEach((column, names) ->
                names.forEach((printed, name) -> row.take(column, printed, name)));
    }

    /** The kind and name of what is printed in a column, or of what is named outright. */
    public Optional<String> resolve(String column, String printed) {
        var name = columns.getOrDefault(column, Map.of()).get(printed);
        if (name != null) return Optional.of(name);
        return isName(printed) ? Optional.of(printed) : Optional.empty();
    }

    /** The printed name of a column that somebody probably meant. */
    Optional<String> nearest(String column, String printed) {
        return Similarity.nearest(printed, columns.getOrDefault(column, Map.of()).keySet());
    }
}
