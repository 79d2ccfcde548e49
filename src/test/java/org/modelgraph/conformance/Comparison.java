package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Compares outcomes term by term: numbers by their type and what they are worth, blank nodes by
 * their places.
 *
 * @param ordered true where the order of the rows counts
 * @param lax true where it is open how often a row comes
 */
record Comparison(Outcome expected, boolean ordered, boolean lax) {
    private static final NormalizeRDFTerms NUMBERS = NormalizeRDFTerms.get();

    void require(Outcome got) {
        var same =
                switch (expected) {
                    case Outcome.Truth truth -> truth.equals(got);
                    case Outcome.Rows rows ->
                            got instanceof Outcome.Rows other && same(rows.rows(), other.rows());
                };
        if (!same) fail("expected:\n%s\ngot:\n%s", expected, got);
    }

    private boolean same(ResultSetRewindable one, ResultSetRewindable other) {
        one.reset();
        other.reset();
        if (!new HashSet<>(one.getResultVars()).equals(new HashSet<>(other.getResultVars())))
            return false;
        var expected = rows(one);
        var got = rows(other);
        if (lax)
            return new HashSet<>(expected).equals(new HashSet<>(got))
                    && got.size() <= expected.size();
        return ResultsCompare.equalsByTerm(expected, got) && (!ordered || inOrder(expected, got));
    }

    /** Rows that differ in blank nodes only are equal here, since a name says nothing. */
    private static boolean inOrder(List<Binding> expected, List<Binding> got) {
        for (var i = 0; i < expected.size(); i++)
            if (!nameless(expected.get(i)).equals(nameless(got.get(i)))) return false;
        return true;
    }

    private static Map<String, String> nameless(Binding row) {
        var nameless = new HashMap<String, String>();
        row.forEach(
                (v, node) -> nameless.put(v.getName(), node.isBlank() ? "_:" : node.toString()));
        return nameless;
    }

    /** A number is what it is worth: {@code 01} and {@code 1} are one integer. */
    private static List<Binding> rows(ResultSetRewindable of) {
        var rows = new ArrayList<Binding>();
        while (of.hasNext()) {
            var row = BindingFactory.builder();
            of.nextBinding().forEach((v, node) -> row.add(v, NUMBERS.normalize(node)));
            rows.add(row.build());
        }
        return rows;
    }

    /** The same quads, whose numbers are what they are worth. */
    static DatasetGraph numbers(DatasetGraph of) {
        var normal = DatasetGraphFactory.createGeneral();
        of.find()
                .forEachRemaining(q ->
                        normal.add(
                                q.getGraph(),
                                q.getSubject(),
                                q.getPredicate(),
                                NUMBERS.normalize(q.getObject())));
        return normal;
    }

    /** Compares texts whose lines may come in any order, blank nodes having any names. */
    void requireSameText(String expected, String got) {
        assertThat(lines(got)).containsExactlyInAnyOrderElementsOf(lines(expected));
        assertThat(lines(got).getFirst()).isEqualTo(lines(expected).getFirst());
    }

    private static List<String> lines(String text) {
        return text.replaceAll("_:\\w+", "_:b").lines().toList();
    }
}
