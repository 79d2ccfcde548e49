package org.modelgraph.ingest;

import org.modelgraph.problem.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reviewed table of names: which thing of the graph is meant by a name as sources print it. The
 * same thing may be printed in many ways; a name that stands in no row is never guessed.
 */
public final class Names {
    private static final List<String> COLUMNS = List.of("column", "printed", "name");

    private record Key(String column, String printed) {}

    private final Map<Key, String> names;

    private Names(Map<Key, String> names) {
        this.names = names;
    }

    /**
     * Reads the table: in which column, as printed, the kind and name of what is meant.
     *
     * @throws Problem where a row is broken or says otherwise than an earlier one
     */
    public static Names parse(String file, String text) {
        var names = new HashMap<Key, String>();
        for (var row : CsvRows.read(file, text, COLUMNS)) {
            var name = row.get("name");
            if (!name.matches("[a-z]+/[a-z0-9.-]+"))
                throw CsvRows.problem(file, row, "'" + name + "' is no kind/name");
            var earlier = names.put(new Key(row.get("column"), row.get("printed")), name);
            if (earlier != null && !earlier.equals(name))
                throw CsvRows.problem(
                        file, row, "'" + row.get("printed") + "' is " + earlier + " already");
        }
        return new Names(names);
    }

    /** The kind and name of what is printed in a column. */
    public Optional<String> resolve(String column, String printed) {
        return Optional.ofNullable(names.get(new Key(column, printed)));
    }
}
