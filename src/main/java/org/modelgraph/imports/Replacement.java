package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.modelgraph.graph.Iris;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes out of the store as an import comes in.
 *
 * @param graphs the graphs that are replaced as a whole
 * @param withdrawn the statements that go from a graph of several files
 * @param changed all graphs that are changed
 */
record Replacement(List<Node> graphs, List<Quad> withdrawn, Set<Node> changed) {
    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** What a graph holds because of a source: its claims and mappings with their passages. */
    static List<Quad> of(Node name, Graph stored, Node source) {
        var subjects = new LinkedHashSet<Node>();
        subjects.add(source);
        var passages = subjects(stored, Iris.IN_SOURCE, source);
        subjects.addAll(passages);
        var withdrawn = new ArrayList<Triple>();
        for (var passage : passages) {
            subjects.addAll(subjects(stored, Iris.STATED_IN, passage));
            withdrawn.addAll(stored.find(Node.ANY, Iris.term("describedIn"), passage).toList());
        }
        for (var set : subjects(stored, DCTerms.source.asNode(), source))
            for (var mapping : subjects(stored, DCTerms.isPartOf.asNode(), set)) {
                subjects.add(mapping);
                withdrawn.addAll(plain(stored, mapping));
            }
        for (var subject : subjects)
            withdrawn.addAll(stored.find(subject, Node.ANY, Node.ANY).toList());
        return withdrawn.stream().distinct().map(t -> Quad.create(name, t)).toList();
    }

    /** The triple that a mapping annotates. */
    private static List<Triple> plain(Graph stored, Node mapping) {
        var triples = new ArrayList<Triple>();
        for (var s : objects(stored, mapping, OWL2.annotatedSource.asNode()))
            for (var p : objects(stored, mapping, OWL2.annotatedProperty.asNode()))
                for (var o : objects(stored, mapping, OWL2.annotatedTarget.asNode()))
                    triples.add(Triple.create(s, p, o));
        return triples;
    }

    private static List<Node> subjects(Graph stored, Node property, Node object) {
        return stored.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList();
    }

    private static List<Node> objects(Graph stored, Node subject, Node property) {
        return stored.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    }
}
