package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.modelgraph.graph.View;
import org.modelgraph.ingest.format.Finding;
import org.modelgraph.ingest.format.Findings;
import org.modelgraph.ingest.format.Format;
import org.modelgraph.ingest.format.FormatMapping;
import org.modelgraph.ingest.format.Intake;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.ingest.format.SourceFile;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads file after file, checks their findings some thousand at a time, and writes what passes into
 * the spool. Small files share a check; a large file is checked piece by piece.
 */
final class Press {
    private static final int PIECE = 2_000;

    private final Checking checking;
    private final View view;
    private final Spool spool;
    private final Optional<Node> common;
    private final Report report;
    private final List<Sheet> waiting = new ArrayList<>();
    private final List<Node> replaced = new ArrayList<>();
    private final Fingerprint all = new Fingerprint();
    private int findings;

    Press(Checking checking, View view, Spool spool, Optional<Node> common, Report report) {
        this.checking = checking;
        this.view = view;
        this.spool = spool;
        this.common = common;
        this.report = report;
    }

    /**
     * A file to be read.
     *
     * @param source the name of the file as a source
     * @param target the graph for what it says
     */
    record Job(Format format, InputFiles.Input input, String source, Node target) {}

    /** Reads one file. A broken file is reported, and nothing of it is kept. */
    void read(Job job, Naming naming, FormatMapping mapping, LongConsumer progress) {
        var file = new SourceFile(job.input().path(), job.input().name(), progress);
        var sheet = new Sheet(file.shown(), job.target());
        waiting.add(sheet);
        try {
            job.format()
                    .read(file, new Intake(job.source(), naming, mapping, sheetFindings(sheet)));
        } catch (Problem problem) {
            sheet.broken = true;
            note(sheet, broken(problem));
        }
        sheet.whole = true;
        if (findings >= PIECE) check();
    }

    private static Note broken(Problem problem) {
        var line = problem.position().map(p -> p.line()).orElse(0);
        return Note.of(Note.Kind.BROKEN, line, problem.detail());
    }

    private Findings sheetFindings(Sheet sheet) {
        return new Findings() {
            @Override
            public void take(Finding finding) {
                sheet.findings.add(finding);
                if (!finding.claim()) sheet.about.add(finding);
                if (++findings >= PIECE) check();
            }

            @Override
            public void note(Note note) {
                Press.this.note(sheet, note);
            }
        };
    }

    private void note(Sheet sheet, Note note) {
        if (note.kind() != Note.Kind.REMARK && note.kind() != Note.Kind.UNKNOWN_NAME)
            sheet.leftAside++;
        report.note(sheet.file, note);
    }

    /** Checks and writes what waits. */
    private void check() {
        var together = new ArrayList<Finding>();
        for (var sheet : waiting) {
            if (sheet.broken || sheet.findings.isEmpty()) continue;
            if (sheet.start >= 0) together.addAll(sheet.about);
            together.addAll(sheet.findings);
        }
        var wrong = checking.violations(together);
        for (var sheet : List.copyOf(waiting)) write(sheet, wrong);
        waiting.removeIf(sheet -> sheet.whole);
        findings = 0;
    }

    private void write(Sheet sheet, Map<Finding, List<String>> wrong) {
        if (sheet.start < 0) sheet.start = spool.position();
        for (var finding : sheet.findings) {
            var words = sheet.broken ? List.<String>of() : wrong.getOrDefault(finding, List.of());
            if (words.isEmpty()) write(sheet, finding);
            else
                note(
                        sheet,
                        Note.of(
                                Note.Kind.REFUSED,
                                finding.line(),
                                finding.what() + ": " + String.join("; ", words)));
        }
        sheet.findings.clear();
        if (sheet.whole) close(sheet);
    }

    private void write(Sheet sheet, Finding finding) {
        for (var triple : finding.triples()) {
            spool.add(sheet.target, triple);
            sheet.fingerprint.add(triple);
        }
        if (finding.claim()) sheet.claims++;
    }

    private void close(Sheet sheet) {
        report.file(
                new FileOutcome(
                        sheet.file,
                        settle(sheet),
                        sheet.claims,
                        sheet.leftAside,
                        sheet.target.getURI()));
    }

    /** Decides whether what the file says is kept. */
    private FileOutcome.State settle(Sheet sheet) {
        if (sheet.broken || sheet.claims == 0) {
            spool.cut(sheet.start);
            if (sheet.broken) return FileOutcome.State.BROKEN;
            if (common.isEmpty() && !view.graph(sheet.target).isEmpty()) replaced.add(sheet.target);
            return FileOutcome.State.EMPTY;
        }
        var print = sheet.fingerprint.text();
        if (common.isPresent()) {
            all.add(print);
            return FileOutcome.State.TAKEN;
        }
        if (holds(sheet.target, print)) {
            spool.cut(sheet.start);
            return FileOutcome.State.UNCHANGED;
        }
        spool.add(sheet.target, Fingerprint.triple(sheet.target, print));
        replaced.add(sheet.target);
        return FileOutcome.State.TAKEN;
    }

    private boolean holds(Node graph, String print) {
        Graph stored = view.graph(graph);
        return stored.contains(Fingerprint.triple(graph, print));
    }

    /** Checks and writes the rest. */
    void finish() {
        check();
        if (common.isEmpty() || all.isEmpty()) return;
        var graph = common.get();
        if (holds(graph, all.text())) {
            spool.cut(0);
            return;
        }
        spool.add(graph, Fingerprint.triple(graph, all.text()));
        replaced.add(graph);
    }

    /** The graphs for which the spool holds what they shall say from now on. */
    List<Node> replaced() {
        return List.copyOf(replaced);
    }

    /** One file on its way through. */
    private static final class Sheet {
        private final String file;
        private final Node target;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> about = new ArrayList<>();
        private final Fingerprint fingerprint = new Fingerprint();
        private long start = -1;
        private long claims;
        private long leftAside;
        private boolean whole;
        private boolean broken;

        Sheet(String file, Node target) {
            this.file = file;
            this.target = target;
        }
    }
}
