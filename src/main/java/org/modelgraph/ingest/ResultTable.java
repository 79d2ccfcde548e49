package org.modelgraph.ingest;

import org.apache.commons.csv.CSVRecord;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A table of evaluation results of one source: every row is one printed value, and becomes an
 * evaluation result and the passage that it is printed in. The same table always gives the same
 * triples.
 */
public final class ResultTable {
    /** The header of every table. */
    public static final List<String> COLUMNS =
            List.of(
                    "id",
                    "model",
                    "benchmark",
                    "metric",
                    "unit",
                    "setting",
                    "value",
                    "qualifier",
                    "maximum",
                    "percentile_low",
                    "percentile_high",
                    "percentile_qualifier",
                    "printed",
                    "items",
                    "baseline",
                    "stance",
                    "review",
                    "section",
                    "table",
                    "row",
                    "column",
                    "page",
                    "locator",
                    "verification",
                    "note");

    private record Cell(String column, String property) {}

    private static final List<Cell> DECIMALS =
            List.of(
                    new Cell("value", "value"),
                    new Cell("maximum", "maximumScore"),
                    new Cell("percentile_low", "percentileLow"),
                    new Cell("percentile_high", "percentileHigh"));

    private static final List<String> PASSAGE_TEXTS =
            List.of("section", "table", "row", "column", "page", "locator");

    private final String source;
    private final Node asserter;
    private final String file;
    private final Names names;
    private final Set<String> ids = new HashSet<>();

    /**
     * A table.
     *
     * @param source the name of the source that the table stands in
     * @param asserter who says what the table says
     * @param file how the user calls the file, for problems
     */
    public ResultTable(String source, Node asserter, String file, Names names) {
        this.source = source;
        this.asserter = asserter;
        this.file = file;
        this.names = names;
    }

    /**
     * Reads the table and hands over its triples in a fixed order.
     *
     * @return the number of rows
     * @throws org.modelgraph.problem.Problem naming the line, where a row can't be understood
     */
    public int read(String text, Consumer<Triple> sink) {
        var rows = CsvRows.read(file, text, COLUMNS);
        rows.forEach(row -> new Row(row, sink).write());
        return rows.size();
    }

    private static Node iri(String kindAndName) {
        return NodeFactory.createURI(Prefixes.BASE + kindAndName);
    }

    private static Node term(String name) {
        return iri("ns/" + name);
    }

    /** One row on its way into the graph. */
    private final class Row {
        private final CSVRecord cells;
        private final Consumer<Triple> sink;
        private final Node claim;
        private final Node passage;

        Row(CSVRecord cells, Consumer<Triple> sink) {
            this.cells = cells;
            this.sink = sink;
            var id = cells.get("id");
            if (!id.matches("[a-z0-9][a-z0-9.-]*"))
                throw CsvRows.problem(file, cells, "'" + id + "' is no id");
            if (!ids.add(id)) throw CsvRows.problem(file, cells, "the id " + id + " stands twice");
            this.claim = iri("claim/" + source + "-" + id);
            this.passage = iri("passage/" + source + "-" + id);
        }

        void write() {
            about(claim, RDF.type.asNode(), term("EvaluationResult"));
            about(claim, term("about"), named("model", cells.get("model")));
            about(claim, term("benchmark"), named("benchmark", cells.get("benchmark")));
            about(
                    claim,
                    term("metric"),
                    named("metric", cells.get("metric") + " [" + cells.get("unit") + "]"));
            if (filled("setting"))
                about(claim, term("setting"), named("setting", cells.get("setting")));
            if (filled("baseline"))
                about(claim, term("baseline"), named("baseline", cells.get("baseline")));
            DECIMALS.forEach(cell -> decimal(cell.column(), cell.property()));
            if (filled("value")) about(claim, term("valueQualifier"), code("qualifier", "exact"));
            if (filled("percentile_qualifier"))
                about(claim, term("percentileQualifier"), code("percentile_qualifier", ""));
            if (filled("items"))
                about(
                        claim,
                        term("numberOfItems"),
                        typed("items", XSDDatatype.XSDnonNegativeInteger));
            if (filled("printed")) about(claim, term("printedValue"), plain("printed"));
            about(claim, term("stance"), code("stance", "measured"));
            about(claim, term("reviewStatus"), code("review", "accepted"));
            about(claim, term("assertedBy"), asserter);
            if (filled("note"))
                about(
                        claim,
                        NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#note"),
                        english("note"));
            about(claim, term("statedIn"), passage);
            writePassage();
        }

        private void writePassage() {
            about(passage, RDF.type.asNode(), term("Passage"));
            about(passage, term("inSource"), iri("source/" + source));
            PASSAGE_TEXTS.stream()
                    .filter(this::filled)
                    .forEach(column -> about(passage, term(column), plain(column)));
            if (filled("verification"))
                about(passage, term("verification"), english("verification"));
        }

        private void about(Node subject, Node property, Node object) {
            sink.accept(Triple.create(subject, property, object));
        }

        private boolean filled(String column) {
            return !cells.get(column).isBlank();
        }

        private Node named(String column, String printed) {
            return iri(
                    names.resolve(column, printed)
                            .orElseThrow(() ->
                                    CsvRows.problem(
                                            file,
                                            cells,
                                            "the "
                                                    + column
                                                    + " '"
                                                    + printed
                                                    + "' stands in no row of names.csv")));
        }

        private Node code(String column, String otherwise) {
            return iri("code/" + (filled(column) ? cells.get(column).strip() : otherwise));
        }

        private void decimal(String column, String property) {
            if (filled(column)) about(claim, term(property), typed(column, XSDDatatype.XSDdecimal));
        }

        private Node typed(String column, XSDDatatype type) {
            var text = cells.get(column).strip();
            if (!type.isValid(text))
                throw CsvRows.problem(
                        file, cells, column + " is '" + text + "', which is no number");
            return NodeFactory.createLiteralDT(text, type);
        }

        private Node plain(String column) {
            return NodeFactory.createLiteralString(cells.get(column));
        }

        private Node english(String column) {
            return NodeFactory.createLiteralLang(cells.get(column), "en");
        }
    }
}
