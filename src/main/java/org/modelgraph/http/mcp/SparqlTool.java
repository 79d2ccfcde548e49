package org.modelgraph.http.mcp;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.modelgraph.browse.Index;
import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Site;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Prefixes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Runs a query of the agent's own. A term of ours that does not exist is told before it runs. */
record SparqlTool(Site site, Inquiry inquiry) implements Tool {
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private record Rows(
            String form,
            List<String> columns,
            List<Map<String, Object>> rows,
            boolean more,
            List<String> notes,
            List<Cited> sources,
            String version) {}

    private record Truth(
            String form, boolean truth, List<String> notes, List<Cited> sources, String version) {}

    private record Triples(
            String form,
            List<String> triples,
            boolean more,
            List<String> notes,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "run_sparql";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var limit = arguments.number("limit", USUAL, 1, MOST);
        var seconds = arguments.number("timeout", 0, 0, 100_000);
        var asked =
                new Inquiry.Written(
                        arguments.required("query"),
                        seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
        var language = arguments.text("language").orElseGet(exchange::language);
        return inquiry.ask(exchange, asked, running -> read(running, limit, language));
    }

    private Object read(Inquiry.Running running, int limit, String language) {
        var index = site.index(running.view());
        var notes = notes(index, running.iris());
        var version = running.view().version().toString();
        return switch (running.answer()) {
            case Answer.Rows rows -> {
                var page = new Asking.Page(OptionalInt.of(limit), 0);
                var table = AnswerTable.of(rows.rows(), page);
                yield new Rows(
                        "SELECT",
                        table.columns().stream().map(Var::getVarName).toList(),
                        Row.of(table.columns(), table.rows(), index.names(), language),
                        table.more(),
                        notes,
                        cited(running, index, language, Row.iris(table.columns(), table.rows())),
                        version);
            }
            case Answer.Truth truth ->
                    new Truth(
                            "ASK",
                            truth.value(),
                            notes,
                            cited(running, index, language, List.copyOf(running.iris())),
                            version);
            case Answer.Triples triples -> {
                var first = new ArrayList<Triple>();
                while (first.size() < limit && triples.triples().hasNext())
                    first.add(triples.triples().next());
                yield new Triples(
                        "CONSTRUCT",
                        first.stream().map(SparqlTool::line).toList(),
                        triples.triples().hasNext(),
                        notes,
                        cited(running, index, language, iris(first)),
                        version);
            }
        };
    }

    private static List<Cited> cited(
            Inquiry.Running running, Index index, String language, List<String> iris) {
        return Cited.of(running.view(), index.names(), language, iris);
    }

    /** Which things of ours a query names that nothing is called, and which may be meant. */
    private static List<String> notes(Index index, Set<String> iris) {
        return iris.stream()
                .filter(iri -> iri.startsWith(Prefixes.BASE))
                .filter(iri -> !iri.startsWith(Prefixes.BASE + "ns/"))
                .filter(iri -> !index.names().knows(iri))
                .map(iri ->
                        "The graph has nothing called "
                                + Prefixes.shorten(iri).orElse(iri)
                                + index.nearest(iri)
                                        .flatMap(Prefixes::shorten)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("."))
                .toList();
    }

    private static String line(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                        .map(NodeFmtLib::strNT)
                        .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b)
                + " .";
    }

    private static List<String> iris(List<Triple> triples) {
        return triples.stream()
                .flatMap(t -> Stream.of(t.getSubject(), t.getObject()))
                .filter(Node::isURI)
                .map(Node::getURI)
                .distinct()
                .toList();
    }
}
