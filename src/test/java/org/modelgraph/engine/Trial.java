package org.modelgraph.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.XSD;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A query answered by one of both.
 *
 * @param rows as sorted texts
 * @param byEngine true where all of it ran in the engine
 */
record Trial(List<String> rows, boolean byEngine) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Trial of(View view, String text, EngineChoice choice) {
        var query = QueryFactory.create(text);
        return of(query, view.target(query, choice));
    }

    static Trial of(Query query, Evaluation.Target target) {
        var log = new EngineLog();
        log.in(target.context());
        var rows = new ArrayList<String>();
        try (var answer = Evaluation.start(query, target, LIMIT)) {
            switch (answer) {
                case Answer.Rows table -> table.rows().forEachRemaining(r -> rows.add(written(r)));
                case Answer.Truth truth -> rows.add(String.valueOf(truth.value()));
                case Answer.Triples triples ->
                        triples.triples().forEachRemaining(t -> rows.add(t.toString()));
            }
        }
        rows.sort(null);
        return new Trial(rows, log.isWhole());
    }

    /**
     * A row as text. A concatenation is sorted, and a double has twelve digits, because SPARQL
     * leaves open in which order a group is gone through.
     */
    private static String written(org.apache.jena.sparql.engine.binding.Binding row) {
        var cells = new ArrayList<String>();
        row.forEach((variable, term) -> {
            var parts = text(term).replace("\"", "").split("[,;|] *");
            Arrays.sort(parts);
            cells.add(variable + "=" + String.join(" ", parts));
        });
        cells.sort(null);
        return cells.toString();
    }

    private static String text(Node term) {
        var isDouble =
                term.isLiteral() && term.getLiteralDatatypeURI().equals(XSD.xdouble.getURI());
        return isDouble && term.getLiteralValue() instanceof Double number
                ? new BigDecimal(number, new MathContext(12)).toString()
                : term.toString();
    }
}
