package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Document;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.Ontology;
import org.modelgraph.graph.View;

/**
 * What imports are checked against.
 *
 * @param shapes the shapes
 * @param terms the classes and properties that the shapes speak of
 * @param vocabulary the concepts that claims mention
 */
public record Terminology(Graph shapes, Graph terms, Graph vocabulary) {
    /** That of an ontology. */
    public static Terminology of(Ontology ontology) {
        var terms = GraphFactory.createDefaultGraph();
        var vocabulary = GraphFactory.createDefaultGraph();
        for (var document : ontology.documents()) {
            if (document.part() == Document.Part.ONTOLOGY) copy(document.triples(), terms);
            if (document.part() == Document.Part.VOCABULARY) copy(document.triples(), vocabulary);
        }
        return new Terminology(ontology.shapes(), terms, vocabulary);
    }

    /** That of the ontology that was installed in a store. */
    public static Terminology of(View view) {
        var shapes = GraphFactory.createDefaultGraph();
        var terms = GraphFactory.createDefaultGraph();
        var vocabulary = GraphFactory.createDefaultGraph();
        for (var entry :
                view.graph(Iris.CATALOG).find(Node.ANY, Iris.SOURCE_FILE, Node.ANY).toList()) {
            var path = entry.getObject().getLiteralLexicalForm();
            var graph = view.graph(entry.getSubject());
            if (path.startsWith("shapes/")) copy(graph, shapes);
            else if (path.startsWith("vocabulary/")) copy(graph, vocabulary);
            else if (!path.contains("/")) copy(graph, terms);
        }
        return new Terminology(shapes, terms, vocabulary);
    }

    private static void copy(Graph from, Graph to) {
        from.find().forEachRemaining(to::add);
    }
}
