package org.modelgraph.ontology;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.graph.Derivation;
import org.modelgraph.graph.Ontology;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bundled ontology and graph with all that follows from it, read once for all tests. */
public final class Bundled {
    public static final Ontology ONTOLOGY = Ontology.read(Optional.empty());

    private Bundled() {}

    /** Derived when it is asked for: many tests need the files alone. */
    private static final class Known {
        private static final Graph GRAPH = derived();

        private static Graph derived() {
            var questions = QueryExamples.of(Catalog.read(Optional.empty()));
            var known = ONTOLOGY.with(questions).merged();
            new Derivation(ONTOLOGY.rules(), known).run();
            return known;
        }
    }

    /** A copy of everything, to be changed freely. */
    public static Graph copy() {
        var copy = GraphFactory.createDefaultGraph();
        Known.GRAPH.find().forEachRemaining(copy::add);
        return copy;
    }

    /** The rows of a SELECT over everything; our prefixes are declared. */
    public static List<Binding> select(String query) {
        var rows = new ArrayList<Binding>();
        try (var execution = QueryExec.graph(Known.GRAPH).query(declared(query)).build()) {
            execution.select().forEachRemaining(rows::add);
        }
        return rows;
    }

    /** The values of one variable in the rows of a SELECT, as text. */
    public static List<String> values(String variable, String query) {
        return select(query).stream()
                .map(row -> row.get(Var.alloc(variable)))
                .map(node ->
                        node.isURI()
                                ? Prefixes.shorten(node.getURI()).orElse(node.getURI())
                                : node.getLiteralLexicalForm())
                .toList();
    }

    /** The single number that a SELECT gives as {@code ?n}. */
    public static long count(String query) {
        return Long.parseLong(values("n", query).getFirst());
    }

    private static String declared(String query) {
        var declarations = new StringBuilder();
        Prefixes.map()
                .forEach((prefix, namespace) ->
                        declarations
                                .append("PREFIX ")
                                .append(prefix)
                                .append(": <")
                                .append(namespace)
                                .append(">\n"));
        return declarations + query;
    }
}
