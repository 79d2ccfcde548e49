package org.modelgraph.http.pages;

import org.modelgraph.browse.Property;
import org.modelgraph.browse.Statement;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The graphs that statements of a page stand in, numbered from 1 in the order of their first use.
 */
public record Footnotes(List<Thing> graphs) {
    /** For statements whose graphs are not told. */
    public static final Footnotes NONE = new Footnotes(List.of());

    /** The graphs of these statements and of those nested in them. */
    static Footnotes of(List<Property> properties) {
        var graphs = new LinkedHashSet<Thing>();
        collect(properties, graphs);
        return new Footnotes(new ArrayList<>(graphs));
    }

    private static void collect(List<Property> properties, LinkedHashSet<Thing> graphs) {
        for (var property : properties)
            for (var statement : property.statements()) {
                graphs.addAll(statement.graphs());
                if (statement.value() instanceof Value.Nested nested)
                    collect(nested.properties(), graphs);
            }
    }

    /** The graphs of a statement that are numbered here. */
    public List<Thing> marked(Statement statement) {
        return statement.graphs().stream().filter(graphs::contains).toList();
    }

    /** The number of a graph. */
    public int number(Thing graph) {
        return graphs.indexOf(graph) + 1;
    }
}
