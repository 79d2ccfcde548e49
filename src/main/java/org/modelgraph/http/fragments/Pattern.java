package org.modelgraph.http.fragments;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIs;
import org.modelgraph.http.Exchange;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A triple pattern, in one graph or in all of them; what is {@link Node#ANY} may be anything.
 *
 * @param graph the IRI of a graph, or any for all graphs as one
 */
record Pattern(Node subject, Node predicate, Node object, Node graph) {
    private static final java.util.regex.Pattern LITERAL =
            java.util.regex.Pattern.compile(
                    "\"(?<text>.*)\"(@(?<language>[A-Za-z0-9-]+)|\\^\\^<?(?<type>[^<>\"]+)>?)?",
                    java.util.regex.Pattern.DOTALL);

    /**
     * The pattern that a request asks for, as hydra:ExplicitRepresentation writes its terms.
     *
     * @throws Problem 400 where a term can't be read
     */
    static Pattern of(Exchange exchange) {
        return new Pattern(
                term(exchange, "subject"),
                term(exchange, "predicate"),
                term(exchange, "object"),
                term(exchange, "graph"));
    }

    private static Node term(Exchange exchange, String name) {
        var text = exchange.parameter(name).orElse("");
        if (text.isEmpty() || text.startsWith("?")) return Node.ANY;
        if (text.startsWith("_:")) return NodeFactory.createBlankNode();
        if (text.startsWith("\"")) return literal(name, text);
        var plain = text.replaceFirst("^<(.*)>$", "$1");
        var iri = Prefixes.expand(plain).orElse(plain);
        if (IRIs.check(iri) && iri.contains(":")) return NodeFactory.createURI(iri);
        throw unreadable(name, text);
    }

    private static Node literal(String name, String text) {
        var matcher = LITERAL.matcher(text);
        if (!name.equals("object") || !matcher.matches()) throw unreadable(name, text);
        return literal(matcher);
    }

    private static Node literal(Matcher matcher) {
        var text = matcher.group("text");
        var language = Optional.ofNullable(matcher.group("language"));
        if (language.isPresent()) return NodeFactory.createLiteralLang(text, language.get());
        return Optional.ofNullable(matcher.group("type"))
                .map(type -> NodeFactory.createLiteralDT(text, NodeFactory.getType(type)))
                .orElseGet(() -> NodeFactory.createLiteralString(text));
    }

    private static Problem unreadable(String name, String text) {
        return Problem.of(
                        Problem.Kind.BAD_REQUEST,
                        "The parameter " + name + " is no term: '" + text + "'.")
                .hint(
                        "Send an IRI, a short one such as mg:Model, or as object a literal such as"
                            + " \"text\"@en or \"5\"^^http://www.w3.org/2001/XMLSchema#integer.");
    }

    /** A term as it stands in an address. */
    static String written(Node term) {
        if (!term.isLiteral()) return term.isURI() ? term.getURI() : "";
        var text = "\"" + term.getLiteralLexicalForm() + "\"";
        if (!term.getLiteralLanguage().isEmpty()) return text + "@" + term.getLiteralLanguage();
        var type = term.getLiteralDatatypeURI();
        return type.equals(org.apache.jena.vocabulary.XSD.xstring.getURI())
                ? text
                : text + "^^" + type;
    }
}
