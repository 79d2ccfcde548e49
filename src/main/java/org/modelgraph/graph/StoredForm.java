package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * Quads as TDB2 gives them back. It keeps the value of small numbers, dates and truth values in
 * place of their digits, so that {@code "01"^^xsd:integer} is stored as {@code 1}.
 */
public final class StoredForm {
    private StoredForm() {}

    /** The quad that a reader sees where this one was added. */
    @SuppressWarnings("ReferenceEquality") // the same object says that nothing is to be done
    public static Quad of(Quad quad) {
        var stored = of(quad.getObject());
        return stored == quad.getObject()
                ? quad
                : Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), stored);
    }

    /** The term that a reader sees where this one stands as object. */
    static Node of(Node object) {
        var inlined = object.isLiteral() ? NodeIdInline.inline(object) : null;
        if (inlined == null || !NodeId.isInline(inlined)) return object;
        var stored = NodeIdInline.extract(inlined);
        return stored.getLiteralLexicalForm().equals(object.getLiteralLexicalForm())
                ? object
                : stored;
    }
}
