package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules and shapes of an ontology as a store holds them. Only graphs that came from files of
 * the ontology count: what users call a rule or a shape in graphs of their own is data.
 *
 * @param rules the rules, in the order of their names
 * @param shapes all shapes in one graph
 */
record Installed(List<Rule> rules, Graph shapes) {
    static final String SHAPES = Iris.graph("shapes-").getURI();
    static final String RULES = Iris.graph("rules-").getURI();
    private static final Node CONSTRUCT =
            NodeFactory.createURI("http://www.w3.org/ns/shacl#construct");

    /** Reads what a dataset holds; nothing where no ontology is installed. */
    static Installed in(DatasetGraph dataset) {
        var rules = new ArrayList<Rule>();
        var shapes = GraphFactory.createDefaultGraph();
        var names = dataset.find(Iris.CATALOG, Node.ANY, Iris.CONTENT_HASH, Node.ANY);
        while (names.hasNext()) {
            var graph = names.next().getSubject();
            if (graph.getURI().startsWith(SHAPES))
                dataset.find(graph, Node.ANY, Node.ANY, Node.ANY)
                        .forEachRemaining(q -> shapes.add(q.asTriple()));
            if (graph.getURI().startsWith(RULES))
                dataset.find(graph, Node.ANY, CONSTRUCT, Node.ANY)
                        .forEachRemaining(q -> rules.add(rule(q)));
        }
        rules.sort(Comparator.comparing(Rule::name));
        return new Installed(List.copyOf(rules), shapes);
    }

    /** True where a change of the graph changes the rules or shapes. */
    static boolean defines(Node graph) {
        return graph.equals(Iris.CATALOG)
                || (graph.isURI()
                        && (graph.getURI().startsWith(SHAPES) || graph.getURI().startsWith(RULES)));
    }

    /** True where a commit changes the rules or shapes. */
    static boolean isRedefinedBy(Change change) {
        return Stream.of(change.removed(), change.added())
                .flatMap(Collection::stream)
                .anyMatch(q -> defines(q.getGraph()));
    }

    private static Rule rule(Quad quad) {
        var name = quad.getGraph().getURI().substring(RULES.length());
        try {
            return Rule.of(name, quad.getObject().getLiteralLexicalForm());
        } catch (QueryException e) {
            throw Problem.of(
                            Problem.Kind.INVALID_DATA,
                            "The rule " + name + " can't be parsed: " + e.getMessage())
                    .causedBy(e);
        }
    }
}
