package org.modelgraph.imports;

import org.modelgraph.ingest.format.Note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report in words: figures for all, and the first notes of each kind. */
public final class WordReport implements Report {
    private final int shown;
    private final Map<Note.Kind, Long> notes = new EnumMap<>(Note.Kind.class);
    private final Map<Note.Kind, List<String>> first = new EnumMap<>(Note.Kind.class);
    private final Map<FileOutcome.State, Long> files = new EnumMap<>(FileOutcome.State.class);
    private long claims;

    /**
     * A report in words.
     *
     * @param shown how many notes of each kind are shown
     */
    public WordReport(int shown) {
        this.shown = shown;
    }

    @Override
    public void note(String file, Note note) {
        notes.merge(note.kind(), 1L, Long::sum);
        var lines = first.computeIfAbsent(note.kind(), _ -> new ArrayList<>());
        if (lines.size() < shown) lines.add(Report.line(file, note));
    }

    @Override
    public void file(FileOutcome outcome) {
        files.merge(outcome.state(), 1L, Long::sum);
        if (outcome.state() == FileOutcome.State.TAKEN
                || outcome.state() == FileOutcome.State.UNCHANGED) claims += outcome.claims();
    }

    /** How many files ended so. */
    public long files(FileOutcome.State state) {
        return files.getOrDefault(state, 0L);
    }

    /** How many notes there are of a kind. */
    public long notes(Note.Kind kind) {
        return notes.getOrDefault(kind, 0L);
    }

    /** How many claims the files make that came in, or that are as they were. */
    public long claims() {
        return claims;
    }

    /** All lines: the notes first, the figures last. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var kind : Note.Kind.values()) {
            if (notes(kind) == 0) continue;
            lines.add(kind.words() + ":");
            first.getOrDefault(kind, List.of()).forEach(line -> lines.add("  " + line));
            if (notes(kind) > shown)
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "  … and %,d more; --report FILE lists all",
                                notes(kind) - shown));
        }
        lines.add(figures());
        return lines;
    }

    private String figures() {
        var read = files.values().stream().mapToLong(Long::longValue).sum();
        var states =
                files.entrySet().stream()
                        .map(e ->
                                String.format(
                                        Locale.ROOT, "%,d %s", e.getValue(), e.getKey().words()))
                        .collect(Collectors.joining(", "));
        var kinds =
                notes.entrySet().stream()
                        .map(e ->
                                String.format(
                                        Locale.ROOT, "; %s: %,d", e.getKey().words(), e.getValue()))
                        .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%,d files read (%s), %,d claims", read, states, claims)
                + kinds;
    }
}
