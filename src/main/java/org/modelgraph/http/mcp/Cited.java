package org.modelgraph.http.mcp;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.modelgraph.browse.Names;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A source of what a result says.
 *
 * @param iri the document; where what is said rests on none, the graph that says it
 * @param label what it is called
 * @param passage the passage in it; empty where only the document is known
 * @param locator where in the document
 * @param quotation the words of the passage, where they are quoted
 * @param supports the IRIs in the result that rest on it
 */
record Cited(
        String iri,
        String label,
        String passage,
        String locator,
        String quotation,
        List<String> supports) {
    private static final int MOST = 50;
    private static final int MOST_SUBJECTS = 200;

    private record Place(String source, String passage) {}

    /** The sources of what is said of some things, at most 50. */
    static List<Cited> of(View view, Names names, String language, Collection<String> iris) {
        var everything = view.everything();
        var places = new LinkedHashMap<Place, Set<String>>();
        iris.stream()
                .distinct()
                .limit(MOST_SUBJECTS)
                .forEach(iri -> {
                    for (var place : places(view, everything, iri))
                        places.computeIfAbsent(place, _ -> new LinkedHashSet<>()).add(iri);
                });
        return places.entrySet().stream()
                .limit(MOST)
                .map(e -> cited(everything, names, language, e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Place> places(View view, Graph everything, String iri) {
        var node = NodeFactory.createURI(iri);
        var places = new ArrayList<Place>();
        if (iri.startsWith(Prefixes.BASE + "source/")) return List.of(new Place(iri, ""));
        for (var source : objects(everything, node, Iris.IN_SOURCE))
            places.add(new Place(source.getURI(), iri));
        for (var passage : objects(everything, node, Iris.STATED_IN))
            for (var source : objects(everything, passage, Iris.IN_SOURCE))
                places.add(new Place(source.getURI(), passage.getURI()));
        return places.isEmpty() ? graphs(view, everything, node) : places;
    }

    private static List<Place> graphs(View view, Graph everything, Node node) {
        var graphs = new LinkedHashSet<Node>();
        view.dataset()
                .findNG(Node.ANY, node, Node.ANY, Node.ANY)
                .forEachRemaining(q -> graphs.add(q.getGraph()));
        graphs.remove(Iris.DERIVED);
        var places = new LinkedHashSet<Place>();
        for (var graph : graphs) {
            if (!graph.isURI()) continue;
            var sources = objects(everything, graph, DCTerms.source.asNode());
            if (sources.isEmpty()) places.add(new Place(graph.getURI(), ""));
            sources.forEach(s -> places.add(new Place(s.getURI(), "")));
        }
        return List.copyOf(places);
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .toList();
    }

    private static Cited cited(
            Graph everything, Names names, String language, Place place, Set<String> supports) {
        var label = names.of(place.source(), language).label();
        if (place.passage().isEmpty())
            return new Cited(place.source(), label, "", "", "", List.copyOf(supports));
        var passage = NodeFactory.createURI(place.passage());
        return new Cited(
                place.source(),
                label,
                place.passage(),
                text(everything, passage, Iris.LOCATOR),
                text(everything, passage, Iris.QUOTATION),
                List.copyOf(supports));
    }

    private static String text(Graph graph, Node subject, Node property) {
        var found = graph.find(subject, property, Node.ANY);
        try {
            return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
        } finally {
            found.close();
        }
    }
}
