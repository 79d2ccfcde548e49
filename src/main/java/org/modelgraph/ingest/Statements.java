package org.modelgraph.ingest;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.problem.Problem;
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
        if (row.filled(column)) named(column, column, row.get(column), property);
    }

    /** The thing that is meant by what is printed, looked up as in a column of names. */
    void named(String column, String table, String printed, Node property) {
        names.resolve(table, printed)
                .ifPresentOrElse(
                        name -> add(property, iri(name)),
                        () -> row.faults().accept(unknown(column, table, printed)));
    }

    private Problem unknown(String column, String table, String printed) {
        var wayOut = "Add a row there that says what is meant.";
        return row.problem(
                        column,
                        "the "
                                + table
                                + " '"
                                + printed
                                + "' stands in no row of names/"
                                + table
                                + ".csv")
                .hint(
                        names.nearest(table, printed)
                                .map(near -> "Did you mean '" + near + "'? Else: " + wayOut)
                                .orElse(wayOut));
    }

    /** The thing of a kind that the cell names by our name. */
    void ours(String column, String kind, Node property) {
        if (!row.filled(column)) return;
        var name = kind + "/" + row.get(column);
        if (Names.isName(name)) add(property, iri(name));
        else
            fault(
                    column,
                    column + " is '" + row.get(column) + "', which is no name",
                    "A name is made of small letters, digits, hyphens and dots.");
    }

    private void fault(String column, String what, String wayOut) {
        row.faults().accept(row.problem(column, what).hint(wayOut));
    }

    void code(String column, String property, String otherwise) {
        var name = "code/" + (row.filled(column) ? row.get(column) : otherwise);
        if (Names.isName(name)) add(term(property), iri(name));
        else
            fault(
                    column,
                    column + " is '" + row.get(column) + "', which is no code",
                    "A code is made of small letters and hyphens, such as measured.");
    }

    /** The codes of a cell that holds several. */
    void codes(String column, String property) {
        for (var part : row.parts(column))
            if (Names.isName("code/" + part)) add(term(property), iri("code/" + part));
            else fault(column, "'" + part + "' is no code", "Write codes like safety|competition.");
    }

    void decimal(String column, String property) {
        typed(column, property, XSDDatatype.XSDdecimal);
    }

    void typed(String column, String property, XSDDatatype type) {
        if (!row.filled(column)) return;
        if (type.isValid(row.get(column)))
            add(term(property), NodeFactory.createLiteralDT(row.get(column), type));
        else
            fault(
                    column,
                    column + " is '" + row.get(column) + "', which is " + wanted(type),
                    wayOut(row.get(column), type));
    }

    private static String wanted(XSDDatatype type) {
        if (type.equals(XSDDatatype.XSDdate)) return "no date";
        return type.equals(XSDDatatype.XSDdecimal) ? "no number" : "no whole number";
    }

    private static String wayOut(String cell, XSDDatatype type) {
        if (type.equals(XSDDatatype.XSDdate)) return "Write a day like 2026-11-24.";
        var plain = cell.replace(',', '.').replaceAll("[^0-9.+-]", "");
        var meant = type.isValid(plain) ? "Perhaps " + plain + ": a" : "A";
        return meant
                + " number has digits and, if need be, a point; no unit, no comma. What the page"
                + " prints goes into printed.";
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
        if (address.matches("https?://\\S+") && IRIs.check(address))
            add(property, NodeFactory.createURI(address));
        else
            fault(
                    column,
                    column + " is '" + address + "', which is no web address",
                    "An address begins with https:// or http:// and has no blanks.");
    }
}
