package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.http.pages.RowTable;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

/** The terms of an answer as pages show them, called as one reader wants. */
public final class Cells {
    private final Names names;
    private final String language;

    public Cells(Names names, String language) {
        this.names = names;
        this.language = language;
    }

    /** The rows of an answer. */
    public RowTable table(List<Var> variables, List<Binding> rows) {
        return new RowTable(
                variables.stream().map(Var::getVarName).toList(),
                rows.stream().map(row -> row(row, variables)).toList());
    }

    private List<Optional<Value>> row(Binding row, List<Var> variables) {
        return variables.stream().map(v -> value(row.get(v))).toList();
    }

    /** A term; empty where nothing is bound. */
    public Optional<Value> value(@Nullable Node node) {
        if (node == null) return Optional.empty();
        if (!node.isLiteral()) return Optional.of(new Value.Node(thing(node)));
        var datatype = node.getLiteralDatatypeURI();
        var plain = datatype.endsWith("#string") || !node.getLiteralLanguage().isEmpty();
        return Optional.of(
                new Value.Text(
                        node.getLiteralLexicalForm(),
                        node.getLiteralLanguage(),
                        plain ? "" : Prefixes.shorten(datatype).orElse(datatype)));
    }

    /** A node; one without a name has an IRI that begins with {@code _:}. */
    public Thing thing(Node node) {
        if (node.isURI()) return names.of(node.getURI(), language);
        var name = node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
        return new Thing(node.isBlank() ? name : "", name, "");
    }
}
