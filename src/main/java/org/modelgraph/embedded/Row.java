package org.modelgraph.embedded;

import org.apache.jena.graph.Node;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of an answer.
 *
 * @param terms the bound terms by the names of their variables, without {@code ?}
 */
public record Row(Map<String, Node> terms) {
    public Row {
        terms = Map.copyOf(terms);
    }

    /** The variables that are bound. */
    public List<String> variables() {
        return terms.keySet().stream().sorted().toList();
    }

    /** The term that a variable is bound to; empty where it is not bound. */
    public Optional<Node> term(String variable) {
        return Optional.ofNullable(terms.get(variable));
    }

    /**
     * A term as text: an IRI, the lexical form of a literal, or {@code _:} and a label; empty where
     * the variable is not bound.
     */
    public String text(String variable) {
        return term(variable).map(Row::text).orElse("");
    }

    private static String text(Node term) {
        if (term.isLiteral()) return term.getLiteralLexicalForm();
        return term.isBlank() ? "_:" + term.getBlankNodeLabel() : term.toString();
    }
}
