package org.modelgraph.imports;

import org.modelgraph.ingest.format.Note;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Is told, in the order of the files, what an import does; see {@link WordReport}. */
public interface Report {
    /** Something is to be said of a place of a file. */
    void note(String file, Note note);

    /** A file is done. */
    void file(FileOutcome outcome);

    /** Hears everything and tells nobody. */
    Report NONE = both(List.of());

    /** Tells all that it hears to two others. */
    static Report both(Report one, Report other) {
        return both(List.of(one, other));
    }

    private static Report both(List<Report> reports) {
        return new Report() {
            @Override
            public void note(String file, Note note) {
                reports.forEach(report -> report.note(file, note));
            }

            @Override
            public void file(FileOutcome outcome) {
                reports.forEach(report -> report.file(outcome));
            }
        };
    }

    /** One note in one line. */
    static String line(String file, Note note) {
        var place =
                note.words().startsWith(file)
                        ? ""
                        : note.line() > 0 ? file + ":" + note.line() + ": " : file + ": ";
        var candidates =
                note.candidates().stream()
                        .map(c ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (%s, %.2f)",
                                        c.thing().label(),
                                        c.thing().node().getURI(),
                                        c.score()))
                        .collect(Collectors.joining(", "));
        return place + note.words() + (candidates.isEmpty() ? "" : "; candidates: " + candidates);
    }
}
