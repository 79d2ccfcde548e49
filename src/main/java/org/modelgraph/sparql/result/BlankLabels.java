package org.modelgraph.sparql.result;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

import java.util.HashMap;
import java.util.Map;

/** The labels of the blank nodes of one answer. */
sealed interface BlankLabels {
    /** Writes the label of a blank node, without {@code _:}. */
    void write(Node blank, Utf8Buffer out);

    /** Short labels, in the order in which the nodes come. */
    final class Numbered implements BlankLabels {
        private final Map<Node, Integer> numbers = new HashMap<>();

        @Override
        public void write(Node blank, Utf8Buffer out) {
            out.add('b');
            out.add(numbers.computeIfAbsent(blank, _ -> numbers.size()));
        }
    }

    /** Labels made of those that the store has: nothing is held, however many nodes come. */
    record Stored() implements BlankLabels {
        @Override
        public void write(Node blank, Utf8Buffer out) {
            out.add(NodeFmtLib.encodeBNodeLabel(blank.getBlankNodeLabel()));
        }
    }
}
