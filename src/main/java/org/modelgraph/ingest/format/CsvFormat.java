package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.modelgraph.ingest.Mapping;
import org.modelgraph.ingest.Table;
import org.modelgraph.ingest.TableKind;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Tidy tables of results or of disclosure statements, one a row: with the columns and the mapping
 * file of {@link Mapping}, {@code NAME.yaml} beside {@code NAME.csv}, or without a mapping file.
 */
public final class CsvFormat implements Format {
    private static final List<String> PLACE = List.of("section", "table", "row", "column", "page");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".csv") || path.endsWith(".csv.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var mapping = mapping(file);
        mapping.map(Mapping::kind)
                .filter(kind -> kind != TableKind.RESULTS && kind != TableKind.DISCLOSURES)
                .ifPresent(kind -> {
                    throw Problem.of(
                                    Problem.Kind.MALFORMED_DATA,
                                    file.shown() + " is a table of " + kind.word() + ".")
                            .hint("Tables of results and of disclosures can be imported.");
                });
        var authors = intake.authors(file.fileName(), file.fileName());
        intake.describe(
                SourceFacts.of(
                        "Table " + file.fileName(),
                        "表格 " + file.fileName(),
                        authors,
                        "data-set",
                        file.name()));
        file.text(text -> {
            if (mapping.isEmpty())
                new TidyTable(file.shown(), intake)
                        .read(text, row -> take(row, TableKind.RESULTS, intake, authors.node()));
            else
                Table.read(
                        file.shown(),
                        text,
                        mapping.get(),
                        row -> take(row, mapping.get().kind(), intake, authors.node()),
                        problem -> leave(problem, intake));
            return true;
        });
    }

    private static Optional<Mapping> mapping(SourceFile table) {
        var name = table.path().getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
        var file = table.path().resolveSibling(name + ".yaml");
        if (!Files.isRegularFile(file)) return Optional.empty();
        var shown = table.shown().replaceFirst("\\.csv(\\.gz)?$", "") + ".yaml";
        try {
            return Optional.of(
                    Mapping.parse(shown, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, shown + " can't be read.").causedBy(e);
        }
    }

    private static void take(Table.Row row, TableKind kind, Intake intake, Node authors) {
        try {
            if (kind == TableKind.RESULTS) result(row, intake, authors);
            else disclosure(row, intake, authors);
        } catch (Problem problem) {
            leave(problem, intake);
        }
    }

    private static void leave(Problem problem, Intake intake) {
        intake.leaveAside(problem.position().map(p -> p.line()).orElse(0), problem.detail());
    }

    private static void result(Table.Row row, Intake intake, Node authors) {
        var result =
                intake.result(id(row), row.line(), row.get("locator"), authors)
                        .stance(row.filled("stance") ? row.get("stance") : "relayed")
                        .model(row.get("model"))
                        .benchmark(row.get("benchmark"))
                        .setting(row.get("setting"))
                        .metric(row.get("metric"), row.get("unit"))
                        .printed(row.get(row.filled("value") ? "value" : "printed"));
        var claim = result.claim();
        if (row.filled("printed")) result.shown(row.get("printed"));
        if (row.filled("qualifier")) result.qualified(row.get("qualifier"));
        decimal(row, "maximum", "maximumScore", claim);
        decimal(row, "percentile_low", "percentileLow", claim);
        decimal(row, "percentile_high", "percentileHigh", claim);
        if (row.filled("percentile_qualifier"))
            claim.add(
                    Vocabulary.term("percentileQualifier"),
                    Vocabulary.code(row.get("percentile_qualifier")));
        result.also("standardError", Optional.of(row.get("standard_error")));
        result.also("confidenceLow", Optional.of(row.get("confidence_low")));
        result.also("confidenceHigh", Optional.of(row.get("confidence_high")));
        decimal(row, "confidence_level", "confidenceLevel", claim);
        typed(row, "items", "numberOfItems", XSDDatatype.XSDnonNegativeInteger, claim);
        typed(row, "date", "evaluatedAt", XSDDatatype.XSDdate, claim);
        if (row.filled("harness"))
            claim.add(Vocabulary.term("harness"), Vocabulary.plain(row.get("harness")));
        if (row.filled("evaluator"))
            claim.named("organization", row.get("evaluator"), Vocabulary.term("evaluatedBy"));
        place(row, claim);
        result.send();
    }

    private static void disclosure(Table.Row row, Intake intake, Node authors) {
        var claim =
                intake.claim(
                        "DisclosureStatement", id(row), row.line(), row.get("locator"), authors);
        claim.stance(row.filled("stance") ? row.get("stance") : "stated");
        var item = intake.known("disclosure", row.get("item"));
        if (item.isEmpty())
            throw row.problem("the disclosure item '" + row.get("item") + "' is not known");
        claim.mention(item.get(), Vocabulary.term("item"));
        claim.add(Vocabulary.term("disclosureStatus"), Vocabulary.code(row.get("status")));
        row.parts("reason").forEach(r -> claim.add(Vocabulary.term("reason"), Vocabulary.code(r)));
        place(row, claim);
        claim.quotation(row.get("quotation"));
        var subject = claim.named("model", row.get("model"), Vocabulary.term("about"));
        subject.ifPresent(thing ->
                claim.send(
                        thing.label() + " on " + item.get().label() + ": " + row.get("status"),
                        thing.labelZh() + "，" + item.get().labelZh() + "：" + row.get("status")));
    }

    private static String id(Table.Row row) {
        if (!row.get("id").matches("[a-z0-9]+([.-][a-z0-9]+)*"))
            throw row.problem("'" + row.get("id") + "' is no id")
                    .hint("An id is made of small letters, digits, hyphens and dots.");
        return row.get("id");
    }

    private static void place(Table.Row row, ClaimDraft claim) {
        for (var column : PLACE) if (row.filled(column)) claim.place(column, row.get(column));
        if (row.filled("note")) claim.note(row.get("note"));
        if (row.filled("cited")) claim.cites(row.get("cited"));
    }

    private static void decimal(Table.Row row, String column, String property, ClaimDraft claim) {
        typed(row, column, property, XSDDatatype.XSDdecimal, claim);
    }

    private static void typed(
            Table.Row row, String column, String property, XSDDatatype type, ClaimDraft claim) {
        if (!row.filled(column)) return;
        if (!type.isValid(row.get(column)))
            throw row.problem(column + " is '" + row.get(column) + "', which is of the wrong form");
        claim.add(Vocabulary.term(property), Vocabulary.typed(row.get(column), type));
    }
}
