package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
import org.modelgraph.browse.Labels;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.RowTable;
import org.modelgraph.http.pages.Run;
import org.modelgraph.http.pages.TripleLine;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer to a query as a page, with labels for IRIs; a long answer is cut, and says so. */
final class ResultPage {
    /** How many rows or triples a page shows. */
    static final int SHOWN = 1000;

    private final Site site;
    private final Exchange exchange;
    private final Labels labels;
    private final long begin = System.nanoTime();

    /**
     * A page in the making.
     *
     * @param view the state that the query runs on
     */
    ResultPage(Site site, Exchange exchange, View view) {
        this.site = site;
        this.exchange = exchange;
        this.labels = new Labels(view.everything(), exchange.language());
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
        var variables = answer.rows().getResultVars();
        var rows = new ArrayList<List<Optional<Value>>>();
        while (rows.size() < SHOWN && answer.rows().hasNext())
            rows.add(row(answer.rows().next(), variables));
        return new RowTable(variables.stream().map(Var::getVarName).toList(), List.copyOf(rows));
    }

    private List<Optional<Value>> row(Binding binding, List<Var> variables) {
        return variables.stream().map(v -> value(binding.get(v))).toList();
    }

    private List<TripleLine> lines(Answer.Triples answer) {
        var lines = new ArrayList<TripleLine>();
        while (lines.size() < SHOWN && answer.triples().hasNext()) {
            var triple = answer.triples().next();
            value(triple.getObject())
                    .ifPresent(object ->
                            lines.add(
                                    new TripleLine(
                                            thing(triple.getSubject()),
                                            thing(triple.getPredicate()),
                                            object)));
        }
        return List.copyOf(lines);
    }

    private Optional<Value> value(@Nullable Node node) {
        if (node == null) return Optional.empty();
        if (!node.isLiteral()) return Optional.of(new Value.Node(thing(node)));
        var datatype = node.getLiteralDatatypeURI();
        var plain = datatype.endsWith("#string") || !node.getLiteralLanguage().isEmpty();
        return Optional.of(
                new Value.Text(
                        node.getLiteralLexicalForm(),
                        node.getLiteralLanguage(),
                        plain ? "" : Prefixes.shorten(datatype).orElse(datatype)));
    }

    private Thing thing(Node node) {
        if (node.isURI()) return labels.of(node.getURI());
        var name = node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
        return new Thing(node.isBlank() ? name : "", name, "");
    }
}
