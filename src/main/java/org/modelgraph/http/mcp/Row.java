package org.modelgraph.http.mcp;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.modelgraph.browse.Names;
import org.modelgraph.http.Cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of answers as agents read them: by column, unbound ones left out. */
final class Row {
    private Row() {}

    /** The rows, each a value by column. */
    static List<Map<String, Object>> of(
            List<Var> columns, List<Binding> rows, Names names, String language) {
        var cells = new Cells(names, language);
        var objects = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var object = new LinkedHashMap<String, Object>();
            for (var column : columns)
                cells.value(row.get(column))
                        .ifPresent(v -> object.put(column.getVarName(), Known.of(v)));
            objects.add(object);
        }
        return objects;
    }

    /** The IRIs in rows. */
    static List<String> iris(List<Var> columns, List<Binding> rows) {
        var iris = new ArrayList<String>();
        for (var row : rows)
            for (var column : columns) {
                Node node = row.get(column);
                if (node != null && node.isURI()) iris.add(node.getURI());
            }
        return iris.stream().distinct().toList();
    }
}
