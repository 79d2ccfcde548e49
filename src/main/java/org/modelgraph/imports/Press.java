package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Iris;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads file after file, checks their findings some thousand at a time, and writes what passes into
 * the spool. Small files share a check; a large file is checked piece by piece.
 */
final class Press {
    private static final int PIECE = 2_000;
    private static final Node REVIEW_STATUS = Iris.term("reviewStatus");

    private final Checking checking;
    private final View view;
    private final Spool spool;
    private final boolean together;
    private final Report report;
    private final List<Sheet> waiting = new ArrayList<>();
    private final List<Node> replaced = new ArrayList<>();
    private final List<Quad> withdrawn = new ArrayList<>();
    private final Set<Node> changed = new LinkedHashSet<>();
    private int findings;

    /**
     * A press.
     *
     * @param together true where all files go into one graph
     */
    Press(Checking checking, View view, Spool spool, boolean together, Report report) {
        this.checking = checking;
        this.view = view;
        this.spool = spool;
        this.together = together;
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
        var file =
                new SourceFile(
                        job.input().path(), job.input().name(), job.input().shown(), progress);
        var sheet = new Sheet(file.shown(), job.target(), holder(job));
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
        var elsewhere = elsewhere(sheet, finding);
        if (elsewhere.isPresent()) {
            note(
                    sheet,
                    Note.of(
                            Note.Kind.LEFT_ASIDE,
                            finding.line(),
                            finding.what()
                                    + " is left aside: the claim stands in the graph <"
                                    + elsewhere.get()
                                    + "> already"));
            return;
        }
        for (var triple : finding.triples()) {
            spool.add(sheet.target, triple);
            sheet.fingerprint.add(triple);
        }
        if (finding.claim()) sheet.claims++;
    }

    /** Another graph that holds the claim; one claim in two graphs would have two reviews. */
    private Optional<Node> elsewhere(Sheet sheet, Finding finding) {
        for (var triple : finding.triples()) {
            if (!triple.getPredicate().equals(REVIEW_STATUS)) continue;
            var quads = view.dataset().find(Node.ANY, triple.getSubject(), REVIEW_STATUS, Node.ANY);
            while (quads.hasNext()) {
                var graph = quads.next().getGraph();
                if (!graph.equals(sheet.target)) return Optional.of(graph);
            }
        }
        return Optional.empty();
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

    /** What the fingerprint of a file is kept of: its graph, or itself as a source. */
    private Node holder(Job job) {
        return together ? Iris.source(job.source()) : job.target();
    }

    /** Decides whether what the file says is kept. */
    private FileOutcome.State settle(Sheet sheet) {
        if (sheet.broken) {
            spool.cut(sheet.start);
            return FileOutcome.State.BROKEN;
        }
        var print = sheet.fingerprint.text();
        if (sheet.claims == 0) {
            spool.cut(sheet.start);
            withdraw(sheet);
            return FileOutcome.State.EMPTY;
        }
        if (stored(sheet).contains(Fingerprint.triple(sheet.holder, print))) {
            spool.cut(sheet.start);
            return FileOutcome.State.UNCHANGED;
        }
        withdraw(sheet);
        spool.add(sheet.target, Fingerprint.triple(sheet.holder, print));
        changed.add(sheet.target);
        return FileOutcome.State.TAKEN;
    }

    private Graph stored(Sheet sheet) {
        return view.graph(sheet.target);
    }

    /** What the store holds of an earlier state of the file goes. */
    private void withdraw(Sheet sheet) {
        var stored = stored(sheet);
        if (together && stored.contains(sheet.holder, Node.ANY, Node.ANY)) {
            withdrawn.addAll(Replacement.of(sheet.target, stored, sheet.holder));
            changed.add(sheet.target);
        }
        if (!together && !stored.isEmpty()) {
            replaced.add(sheet.target);
            changed.add(sheet.target);
        }
    }

    /** Checks and writes the rest. */
    void finish() {
        check();
    }

    /** What has to go out of the store before what the spool holds comes in. */
    Replacement replacement() {
        return new Replacement(List.copyOf(replaced), List.copyOf(withdrawn), Set.copyOf(changed));
    }

    /** One file on its way through. */
    private static final class Sheet {
        private final String file;
        private final Node target;
        private final Node holder;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> about = new ArrayList<>();
        private final Fingerprint fingerprint = new Fingerprint();
        private long start = -1;
        private long claims;
        private long leftAside;
        private boolean whole;
        private boolean broken;

        Sheet(String file, Node target, Node holder) {
            this.file = file;
            this.target = target;
            this.holder = holder;
        }
    }
}
