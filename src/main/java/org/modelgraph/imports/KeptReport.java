package org.modelgraph.imports;

import org.modelgraph.ingest.format.Note;

import java.util.ArrayList;
import java.util.List;

/** A report that is kept in memory: all files, and the first notes, as many as it may hold. */
public final class KeptReport implements Report {
    private final int most;
    private final List<Told> notes = new ArrayList<>();
    private final List<FileOutcome> files = new ArrayList<>();
    private long omitted;

    /** A note and the file that it is about. */
    public record Told(String file, Note note) {}

    /**
     * An empty report.
     *
     * @param most how many notes are kept
     */
    public KeptReport(int most) {
        this.most = most;
    }

    @Override
    public void note(String file, Note note) {
        if (notes.size() < most) notes.add(new Told(file, note));
        else omitted++;
    }

    @Override
    public void file(FileOutcome outcome) {
        files.add(outcome);
    }

    /** The first notes. */
    public List<Told> notes() {
        return List.copyOf(notes);
    }

    /** What became of each file. */
    public List<FileOutcome> files() {
        return List.copyOf(files);
    }

    /** How many notes there were beyond those that are kept. */
    public long omitted() {
        return omitted;
    }

    /** Tells another report what this one holds. */
    public void tell(Report other) {
        notes.forEach(told -> other.note(told.file(), told.note()));
        files.forEach(other::file);
    }
}
