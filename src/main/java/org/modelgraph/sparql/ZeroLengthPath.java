package org.modelgraph.sparql;

import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/** Matches of a path that have no length (SPARQL 1.1 Query §18.4). */
public final class ZeroLengthPath {
    private ZeroLengthPath() {}

    /** True of a path that has such matches, which begin and end at any node there is. */
    public static boolean canMatch(Path path) {
        return switch (path) {
            case P_ZeroOrOne _, P_ZeroOrMore1 _, P_ZeroOrMoreN _ -> true;
            case P_Inverse inverse -> canMatch(inverse.getSubPath());
            case P_Alt either -> canMatch(either.getLeft()) || canMatch(either.getRight());
            case P_Seq both -> canMatch(both.getLeft()) && canMatch(both.getRight());
            case P_Path1 repeated -> canMatch(repeated.getSubPath());
            default -> false;
        };
    }
}
