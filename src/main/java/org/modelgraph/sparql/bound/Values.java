package org.modelgraph.sparql.bound;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.vocabulary.RDF;

/**
 * The values of terms, as ARQ makes them. ARQ asks a cache of the process for each, which holds ten
 * thousand: a query that looks at more of them spends most of its time on what falls out of it. So
 * what is made in less time than a cache takes, texts and IRIs, is made anew.
 */
public final class Values {
    private Values() {}

    /** The value of a term. */
    public static NodeValue of(Node term) {
        if (term.isURI() || term.isBlank()) return new NodeValueNode(term);
        return term.isLiteral() ? literal(term) : NodeValue.makeNode(term);
    }

    private static NodeValue literal(Node term) {
        var text = term.getLiteralLexicalForm();
        var type = term.getLiteralDatatype();
        if (type.equals(XSDDatatype.XSDstring)) return new NodeValueString(text, term);
        if (type.equals(RDF.dtLangString) && !term.getLiteralLanguage().isEmpty())
            return new NodeValueLang(term);
        return NodeValue.makeNode(term);
    }
}
