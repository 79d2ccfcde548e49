package org.modelgraph.sparql.result;

import org.apache.jena.graph.Node;

/** How a format writes a term. */
sealed interface TermForm permits CsvForm, JsonForm, TurtleForm, XmlForm {
    /**
     * Writes a term.
     *
     * @param labels gives blank nodes their labels
     * @throws org.modelgraph.problem.Problem 406 where the format can't hold it
     */
    void write(Node term, Utf8Buffer out, BlankLabels labels);
}
