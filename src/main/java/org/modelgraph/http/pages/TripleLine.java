package org.modelgraph.http.pages;

import org.modelgraph.browse.Property;
import org.modelgraph.browse.Statement;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A triple of an answer.
 *
 * @param subject what it is about; a node without name has an IRI that begins with {@code _:}
 */
public record TripleLine(Thing subject, Thing predicate, Value object) {
    /** All that an answer says of one subject. */
    public record Group(Thing subject, List<Property> properties) {}

    /** Triples by subject and property, each once, in the order in which they first come. */
    static List<Group> grouped(List<TripleLine> lines) {
        var subjects = new LinkedHashMap<Thing, Map<Thing, Set<Value>>>();
        for (var line : lines)
            subjects.computeIfAbsent(line.subject, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(line.predicate, _ -> new LinkedHashSet<>())
                    .add(line.object);
        var groups = new ArrayList<Group>();
        subjects.forEach((subject, said) -> groups.add(new Group(subject, properties(said))));
        return groups;
    }

    private static List<Property> properties(Map<Thing, Set<Value>> said) {
        var properties = new ArrayList<Property>();
        said.forEach((predicate, values) ->
                properties.add(new Property(predicate, "", statements(values))));
        return properties;
    }

    private static List<Statement> statements(Set<Value> values) {
        return values.stream().map(v -> new Statement(v, List.of())).toList();
    }
}
