package org.modelgraph.reconcile;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.modelgraph.naming.NameIndex;
import org.modelgraph.naming.NormalName;
import org.modelgraph.naming.Resolution;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares the values of a table with those of the graph. */
final class Values {
    private static final int MOST_HOLDERS = 1000;
    private static final List<Node> NAMES =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    private final Graph graph;
    private final NameIndex index;

    Values(Graph graph, NameIndex index) {
        this.graph = graph;
        this.index = index;
    }

    /** 1 where a value of the thing is one that is wanted, 0 where none is, 0.5 without values. */
    double agreement(Node thing, NameQuery.Wanted wanted) {
        var held =
                graph.find(thing, wanted.property(), Node.ANY).mapWith(Triple::getObject).toList();
        if (held.isEmpty() || wanted.values().isEmpty()) return 0.5;
        return held.stream().anyMatch(h -> wanted.values().stream().anyMatch(w -> agree(h, w)))
                ? 1
                : 0;
    }

    private boolean agree(Node held, Node wanted) {
        if (held.equals(wanted)) return true;
        if (!wanted.isLiteral()) return false;
        var text = wanted.getLiteralLexicalForm().strip();
        if (held.isLiteral()) return agree(held.getLiteralLexicalForm(), text);
        return held.isURI() && (held.getURI().equals(text) || isCalled(held, text));
    }

    private static boolean agree(String held, String wanted) {
        if (NormalName.of(held).equals(NormalName.of(wanted))) return true;
        if (isNumber(held) && isNumber(wanted))
            return new BigDecimal(held).compareTo(new BigDecimal(wanted)) == 0;
        return wanted.matches("\\d{4}(-\\d\\d)?") && held.startsWith(wanted + "-");
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    }

    private boolean isCalled(Node thing, String name) {
        var normal = NormalName.of(name);
        for (var property : NAMES)
            if (graph.find(thing, property, Node.ANY).toList().stream()
                    .map(Triple::getObject)
                    .filter(Node::isLiteral)
                    .anyMatch(l -> NormalName.of(l.getLiteralLexicalForm()).equals(normal)))
                return true;
        return false;
    }

    /** The things that have one of the values. */
    Set<Node> holders(NameQuery.Wanted wanted) {
        var holders = new LinkedHashSet<Node>();
        for (var value : wanted.values()) {
            for (var meant : meant(value)) {
                var found = graph.find(Node.ANY, wanted.property(), meant);
                try {
                    while (found.hasNext() && holders.size() < MOST_HOLDERS)
                        holders.add(found.next().getSubject());
                } finally {
                    found.close();
                }
            }
        }
        return holders;
    }

    private Set<Node> meant(Node value) {
        var meant = new LinkedHashSet<Node>();
        meant.add(value);
        if (!value.isLiteral()) return meant;
        for (var kind : index.kinds())
            if (index.resolve(kind, value.getLiteralLexicalForm(), 0)
                    instanceof Resolution.Known(var thing)) meant.add(thing.node());
        return meant;
    }
}
