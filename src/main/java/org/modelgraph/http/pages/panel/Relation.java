package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.http.pages.Texts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A property, read forward or backward.
 *
 * @param property the property
 * @param incoming true where it leads to the thing of the page
 */
public record Relation(Thing property, boolean incoming) {
    /** The relation of a row. */
    static Relation of(Line line) {
        return new Relation(line.thing("relation").orElseThrow(), line.is("incoming"));
    }

    /**
     * What it is called; a property that is read backward has a name of its own where we have one.
     */
    public String name(Texts texts) {
        if (!incoming) return property.label();
        var name = property.iri().replaceFirst(".*[/#]", "");
        return texts.find("inverse." + name).orElse("← " + property.label());
    }

    /** The rows of a panel by their relation. */
    public static Map<Relation, List<Line>> groups(Panel panel) {
        return panel.lines().stream()
                .collect(
                        Collectors.groupingBy(
                                Relation::of, LinkedHashMap::new, Collectors.toList()));
    }
}
