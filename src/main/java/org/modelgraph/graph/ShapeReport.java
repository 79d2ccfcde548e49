package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the shapes say of some data: a SHACL validation report (SHACL §3.6).
 *
 * @param entries its results
 */
public record ShapeReport(List<ReportEntry> entries) implements Problem.Evidence {
    private static final int SHOWN = 100;

    /** True where there is no result at all, as SHACL counts. */
    public boolean conforms() {
        return entries.isEmpty();
    }

    /** True where some result is a violation, and no mere warning. */
    boolean isBroken() {
        return entries.stream().anyMatch(e -> Severity.Violation.equals(e.severity()));
    }

    /** The results on some things. */
    ShapeReport on(Predicate<Node> things) {
        return new ShapeReport(entries.stream().filter(e -> things.test(e.focusNode())).toList());
    }

    /** One result as people read it. */
    public List<Conformance.Violation> violations() {
        return entries.stream().map(ShapeReport::violation).toList();
    }

    static Conformance.Violation violation(ReportEntry entry) {
        return new Conformance.Violation(
                shown(entry.focusNode()),
                entry.resultPath() == null ? "" : shown(entry.resultPath().toString()),
                shown(entry.value()),
                entry.message() == null ? "" : entry.message(),
                shown(entry.source()));
    }

    private static String shown(@Nullable Node node) {
        if (node == null) return "";
        return node.isURI()
                ? shown(node.getURI())
                : node.isLiteral() ? '"' + node.getLiteralLexicalForm() + '"' : "_";
    }

    private static String shown(String iri) {
        var bare =
                iri.startsWith("<") && iri.endsWith(">") ? iri.substring(1, iri.length() - 1) : iri;
        return Prefixes.shorten(bare).orElse(bare);
    }

    /** {@code violations}: how many and the first hundred, each with what is wrong and where. */
    @Override
    public Map<String, Object> members() {
        var results = new ArrayList<Map<String, Object>>();
        for (var entry : entries.subList(0, Math.min(SHOWN, entries.size())))
            results.add(members(entry));
        var members = new LinkedHashMap<String, Object>();
        members.put("conforms", conforms());
        members.put("count", entries.size());
        members.put("violations", results);
        return members;
    }

    private static Map<String, Object> members(ReportEntry entry) {
        var shown = violation(entry);
        var members = new LinkedHashMap<String, Object>();
        members.put("focus", text(entry.focusNode()));
        if (!shown.path().isEmpty()) members.put("path", shown.path());
        if (entry.value() != null) members.put("value", text(entry.value()));
        members.put("message", shown.message());
        if (!shown.shape().equals("_")) members.put("shape", text(entry.source()));
        members.put("severity", entry.severity().level().getLocalName());
        return members;
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    @Override
    public Graph graph() {
        var report = ValidationReport.create();
        entries.forEach(report::addReportEntry);
        return report.build().getGraph();
    }
}
