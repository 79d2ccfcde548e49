package org.modelgraph.sparql.bound;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDecimal;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.vocabulary.RDF;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The values of terms, as ARQ makes them. ARQ asks a cache of the process for each, which holds ten
 * thousand: a query that looks at more of them spends most of its time on what falls out of it. So
 * what is made in less time than a cache takes is made anew.
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
        if (type.equals(XSDDatatype.XSDdecimal) && isNumber(term, text))
            return new NodeValueDecimal(new BigDecimal(text), term);
        if (type.equals(XSDDatatype.XSDinteger) && isNumber(term, text))
            return new NodeValueInteger(new BigInteger(text), term);
        return NodeValue.makeNode(term);
    }

    /** True of a well-formed number without spaces around it. */
    private static boolean isNumber(Node term, String text) {
        return !text.isEmpty()
                && text.charAt(0) > ' '
                && text.charAt(text.length() - 1) > ' '
                && term.getLiteral().isWellFormed();
    }
}
