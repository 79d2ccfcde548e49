package org.modelgraph.conformance;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

import java.util.List;
import java.util.Optional;

/**
 * A test case as its manifest describes it.
 *
 * @param name its folder and its own name, which are unique in the suite
 * @param type the local name of its class
 */
record Case(Suite suite, String name, String type, Resource description) {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

    private static final Property ACTION = property(MF + "action");
    private static final Property RESULT = property(MF + "result");

    static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }

    boolean isNegative() {
        return type.contains("Negative");
    }

    Resource action() {
        return description.getRequiredProperty(ACTION).getResource();
    }

    Resource result() {
        return description.getRequiredProperty(RESULT).getResource();
    }

    /** The file to be read: the action itself, or the query or request that it names. */
    String input() {
        return value(action(), QT + "query")
                .or(() -> value(action(), UT + "request"))
                .orElseGet(() -> action().getURI());
    }

    /** True where REDUCED leaves open how often a row comes. */
    boolean isLax() {
        return description.hasProperty(property(MF + "resultCardinality"));
    }

    static Optional<String> value(Resource of, String property) {
        return Optional.ofNullable(of.getProperty(property(property)))
                .map(statement -> name(statement.getObject()));
    }

    static List<RDFNode> values(Resource of, String property) {
        return of.listProperties(property(property)).mapWith(s -> s.getObject()).toList();
    }

    static String name(RDFNode node) {
        return node.isLiteral() ? node.asLiteral().getLexicalForm() : node.asResource().getURI();
    }

    @Override
    public String toString() {
        return suite + " " + name;
    }
}
