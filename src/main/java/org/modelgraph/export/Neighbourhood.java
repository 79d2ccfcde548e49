package org.modelgraph.export;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.sparql.Prefixes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be told with a thing so that its claims stand on their own. */
final class Neighbourhood {
    private final Graph graph;
    private final Graph told = GraphFactory.createDefaultGraph();
    private final Set<Node> whole = new LinkedHashSet<>();

    Neighbourhood(Graph graph) {
        this.graph = graph;
    }

    /** A thing with all claims about it; of a claim, the claim. */
    static Graph of(Knowledge knowledge, Node thing) {
        knowledge.thing(thing);
        var neighbourhood = new Neighbourhood(knowledge.graph());
        neighbourhood.whole(thing);
        knowledge
                .graph()
                .find(Node.ANY, Knowledge.term("about"), thing)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(neighbourhood::whole);
        neighbourhood.nameTheRest();
        return neighbourhood.told;
    }

    private void whole(Node node) {
        if (!whole.add(node)) return;
        for (var triple : graph.find(node, Node.ANY, Node.ANY).toList()) {
            told.add(triple);
            var object = triple.getObject();
            if (object.isBlank() || is(object, "passage/") || is(object, "source/")) whole(object);
        }
    }

    private static boolean is(Node node, String kind) {
        return node.isURI() && node.getURI().startsWith(Prefixes.BASE + kind);
    }

    /** Of everything else that is mentioned, what it is and what it is called. */
    private void nameTheRest() {
        var mentioned = new LinkedHashSet<Node>();
        told.find().forEachRemaining(t -> mentioned.add(t.getObject()));
        mentioned.removeAll(whole);
        for (var node : mentioned)
            if (node.isURI() && node.getURI().startsWith(Prefixes.BASE) && !is(node, "ns/"))
                for (var property :
                        List.of(RDF.type.asNode(), RDFS.label.asNode(), SKOS.prefLabel.asNode()))
                    graph.find(node, property, Node.ANY).toList().forEach(told::add);
    }
}
