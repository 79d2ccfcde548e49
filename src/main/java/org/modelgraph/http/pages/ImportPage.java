package org.modelgraph.http.pages;

import org.modelgraph.imports.KeptReport;

import java.util.List;

/** The report of an import, for people. */
public record ImportPage(Frame frame, String format, boolean dryRun, KeptReport report) {
    private static final int SHOWN = 1_000;

    /** The first notes. */
    public List<KeptReport.Told> notes() {
        return report.notes().stream().limit(SHOWN).toList();
    }

    /** How many notes are not shown. */
    public long omitted() {
        return report.omitted() + Math.max(0, report.notes().size() - SHOWN);
    }

    /** How many claims the files make. */
    public long claims() {
        return report.files().stream().mapToLong(f -> f.claims()).sum();
    }
}
