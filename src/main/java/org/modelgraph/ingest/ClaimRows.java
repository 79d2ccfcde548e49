package org.modelgraph.ingest;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turns rows into claims of one source, each with the passage that it stands in. */
final class ClaimRows {
    private static final List<String> PLACE =
            List.of("section", "table", "row", "column", "page", "locator");

    private final String source;
    private final Node asserter;
    private final Names names;
    private final Consumer<Triple> sink;
    private final Set<String> ids = new HashSet<>();

    ClaimRows(String source, Node asserter, Names names, Consumer<Triple> sink) {
        this.source = source;
        this.asserter = asserter;
        this.names = names;
        this.sink = sink;
    }

    void result(Table.Row row) {
        var claim = claim(row, "EvaluationResult", "measured");
        claim.named("benchmark", Statements.term("benchmark"));
        claim.named(
                "metric",
                "metric",
                row.get("metric") + " [" + row.get("unit") + "]",
                Statements.term("metric"));
        claim.named("setting", Statements.term("setting"));
        claim.named("baseline", Statements.term("baseline"));
        claim.decimal("value", "value");
        if (row.filled("value")) claim.code("qualifier", "valueQualifier", "exact");
        claim.decimal("maximum", "maximumScore");
        claim.decimal("percentile_low", "percentileLow");
        claim.decimal("percentile_high", "percentileHigh");
        if (row.filled("percentile_qualifier"))
            claim.code("percentile_qualifier", "percentileQualifier", "");
        claim.plain("printed", "printedValue");
        claim.typed("items", "numberOfItems", XSDDatatype.XSDnonNegativeInteger);
        claim.decimal("standard_error", "standardError");
        claim.decimal("confidence_low", "confidenceLow");
        claim.decimal("confidence_high", "confidenceHigh");
        claim.decimal("confidence_level", "confidenceLevel");
        if (row.filled("evaluator"))
            claim.named(
                    "evaluator",
                    "organization",
                    row.get("evaluator"),
                    Statements.term("evaluatedBy"));
        claim.plain("harness", "harness");
        claim.text("contamination", Statements.term("contaminationNote"), "en");
        claim.typed("date", "evaluatedAt", XSDDatatype.XSDdate);
    }

    void disclosure(Table.Row row) {
        var claim = claim(row, "DisclosureStatement", "stated");
        claim.ours("item", "disclosure", Statements.term("item"));
        claim.code("status", "disclosureStatus", "");
        claim.codes("reason", "reason");
    }

    private Statements claim(Table.Row row, String className, String stance) {
        var id = row.get("id");
        if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*"))
            throw row.problem("id", "'" + id + "' is no id")
                    .hint("An id is made of small letters, digits, hyphens and dots.");
        if (!ids.add(id))
            throw row.problem("id", "the id " + id + " stands twice")
                    .hint("Ids are unique within a source, over all its tables.");
        var claim = about(row, "claim/" + source + "-" + id);
        claim.type(className);
        claim.named("model", Statements.term("about"));
        claim.add(Statements.term("assertedBy"), asserter);
        claim.code("stance", "stance", stance);
        claim.code("review", "reviewStatus", "accepted");
        claim.text("note", Statements.skos("note"), "en");
        claim.address("cited", Statements.term("cites"));
        var passage = "passage/" + source + "-" + id;
        claim.add(Statements.term("statedIn"), Statements.iri(passage));
        passage(about(row, passage), row);
        return claim;
    }

    private void passage(Statements passage, Table.Row row) {
        passage.type("Passage");
        passage.add(Statements.term("inSource"), Statements.iri("source/" + source));
        PLACE.forEach(column -> passage.plain(column, column));
        var language = row.filled("quotation_language") ? row.get("quotation_language") : "en";
        passage.text("quotation", Statements.term("quotation"), language);
        passage.text("verification", Statements.term("verification"), "en");
    }

    private Statements about(Table.Row row, String name) {
        return new Statements(row, names, Statements.iri(name), sink);
    }
}
