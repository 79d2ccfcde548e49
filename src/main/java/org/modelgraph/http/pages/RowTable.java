package org.modelgraph.http.pages;

import org.modelgraph.browse.Value;

import java.util.List;
import java.util.Optional;

/**
 * The rows of an answer.
 *
 * @param variables the names of the columns, without question marks
 * @param rows as many values a row as there are columns; empty where a variable is unbound
 */
public record RowTable(List<String> variables, List<List<Optional<Value>>> rows) {
    /** True of a column that holds numbers and nothing else. */
    public boolean isNumeric(int column) {
        var bound = rows.stream().flatMap(r -> r.get(column).stream()).toList();
        return !bound.isEmpty() && bound.stream().allMatch(Tone::isNumber);
    }
}
