package org.modelgraph.ingest;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.function.Consumer;

/** Writes what the cells of one row say about one thing. */
final class Statements {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

    private final Table.Row row;
    private final Names names;
    private final Node subject;
    private final Consumer<Triple> sink;

    Statements(Table.Row row, Names names, Node subject, Consumer<Triple> sink) {
        this.row = row;
        this.names = names;
        this.subject = subject;
        this.sink = sink;
    }

    static Node iri(String kindAndName) {
        return NodeFactory.createURI(Prefixes.BASE + kindAndName);
    }

    static Node term(String name) {
        return iri("ns/" + name);
    }

    static Node skos(String name) {
        return NodeFactory.createURI(SKOS + name);
    }

    void type(String className) {
        add(RDF.type.asNode(), term(className));
    }

    void add(Node property, Node object) {
        sink.accept(Triple.create(subject, property, object));
    }

    /** The thing that the cell names as its source prints it. */
    void named(String column, Node property) {
        if (row.filled(column)) add(property, resolved(column, row.get(column)));
    }

    Node resolved(String column, String printed) {
        return iri(
                names.resolve(column, printed)
                        .orElseThrow(() ->
                                row.problem(
                                                "the "
                                                        + column
                                                        + " '"
                                                        + printed
                                                        + "' stands in no row of names/"
                                                        + column
                                                        + ".csv")
                                        .hint("Add a row there that says what is meant.")));
    }

    /** The thing of a kind that the cell names by our name. */
    void ours(String column, String kind, Node property) {
        if (!row.filled(column)) return;
        var name = kind + "/" + row.get(column);
        if (!Names.isName(name))
            throw row.problem(column + " is '" + row.get(column) + "', which is no name");
        add(property, iri(name));
    }

    void code(String column, String property, String otherwise) {
        add(term(property), iri("code/" + (row.filled(column) ? row.get(column) : otherwise)));
    }

    void decimal(String column, String property) {
        typed(column, property, XSDDatatype.XSDdecimal);
    }

    void typed(String column, String property, XSDDatatype type) {
        if (!row.filled(column)) return;
        if (!type.isValid(row.get(column)))
            throw row.problem(
                    column
                            + " is '"
                            + row.get(column)
                            + "', which is no "
                            + type.getURI().replaceFirst("^.*#", "xsd:"));
        add(term(property), NodeFactory.createLiteralDT(row.get(column), type));
    }

    void plain(String column, String property) {
        if (row.filled(column))
            add(term(property), NodeFactory.createLiteralString(row.get(column)));
    }

    void text(String column, Node property, String language) {
        if (row.filled(column))
            add(property, NodeFactory.createLiteralLang(row.get(column), language));
    }

    void address(String column, Node property) {
        if (!row.filled(column)) return;
        var address = row.get(column);
        if (!address.matches("https?://\\S+") || !IRIs.check(address))
            throw row.problem(column + " is '" + address + "', which is no web address");
        add(property, NodeFactory.createURI(address));
    }
}
