package org.modelgraph.catalog;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an answer, read whole.
 *
 * @param columns the variables, in the order of the query
 * @param rows the rows of this part
 * @param offset how many rows come before it
 * @param more true where rows come after it
 */
public record AnswerTable(List<Var> columns, List<Binding> rows, int offset, boolean more) {
    /** Reads one part of the rows of an answer, so that they stay good after its transaction. */
    public static AnswerTable of(RowSet answer, Asking.Page page) {
        var offset = 0;
        for (; offset < page.offset() && answer.hasNext(); offset++) answer.next();
        var rows = new ArrayList<Binding>();
        var limit = page.limit().orElse(Integer.MAX_VALUE);
        while (rows.size() < limit && answer.hasNext()) rows.add(answer.next().detach());
        return new AnswerTable(
                List.copyOf(answer.getResultVars()), List.copyOf(rows), offset, answer.hasNext());
    }
}
