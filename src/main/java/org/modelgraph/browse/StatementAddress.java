package org.modelgraph.browse;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A statement as the parameters {@code s}, {@code p} and {@code o} of an address. */
public final class StatementAddress {
    private StatementAddress() {}

    /** The parameters, encoded: IRIs as they are, literals as in N-Triples. */
    public static String of(Triple triple) {
        return "s="
                + encoded(triple.getSubject())
                + "&p="
                + encoded(triple.getPredicate())
                + "&o="
                + encoded(triple.getObject());
    }

    private static String encoded(Node node) {
        return URLEncoder.encode(written(node), StandardCharsets.UTF_8);
    }

    /** A term as a parameter has it. */
    public static String written(Node node) {
        return node.isURI() ? node.getURI() : NodeFmtLib.strNT(node);
    }
}
