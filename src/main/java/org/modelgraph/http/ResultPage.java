package org.modelgraph.http;

import org.apache.jena.sparql.engine.binding.Binding;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.RowTable;
import org.modelgraph.http.pages.Run;
import org.modelgraph.http.pages.TripleLine;
import org.modelgraph.sparql.Answer;

import java.util.ArrayList;
import java.util.List;

/** The answer to a query as a page, with labels for IRIs; a long answer is cut, and says so. */
final class ResultPage {
    /** How many rows or triples a page shows. */
    static final int SHOWN = 1000;

    private final Site site;
    private final Exchange exchange;
    private final Cells cells;
    private final long begin = System.nanoTime();

    /**
     * A page in the making.
     *
     * @param view the state that the query runs on
     */
    ResultPage(Site site, Exchange exchange, View view) {
        this.site = site;
        this.exchange = exchange;
        this.cells = new Cells(site.index(view).names(), exchange.language());
    }

    String render(Answer answer, String query, List<String> warnings) {
        var frame = site.frame(exchange);
        return switch (answer) {
            case Answer.Truth truth ->
                    site.pages().truth(frame, run(query, false, warnings), truth.value());
            case Answer.Rows rows -> {
                var table = table(rows);
                yield site.pages().rows(frame, run(query, rows.rows().hasNext(), warnings), table);
            }
            case Answer.Triples triples -> {
                var lines = lines(triples);
                yield site.pages()
                        .triples(frame, run(query, triples.triples().hasNext(), warnings), lines);
            }
        };
    }

    private Run run(String query, boolean truncated, List<String> warnings) {
        return new Run(query, (System.nanoTime() - begin) / 1_000_000, truncated, warnings);
    }

    private RowTable table(Answer.Rows answer) {
        var rows = new ArrayList<Binding>();
        while (rows.size() < SHOWN && answer.rows().hasNext()) rows.add(answer.rows().next());
        return cells.table(answer.rows().getResultVars(), rows);
    }

    private List<TripleLine> lines(Answer.Triples answer) {
        var lines = new ArrayList<TripleLine>();
        while (lines.size() < SHOWN && answer.triples().hasNext()) {
            var triple = answer.triples().next();
            cells.value(triple.getObject())
                    .ifPresent(object ->
                            lines.add(
                                    new TripleLine(
                                            cells.thing(triple.getSubject()),
                                            cells.thing(triple.getPredicate()),
                                            object)));
        }
        return List.copyOf(lines);
    }
}
