package org.modelgraph.history;

import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.StoredForm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The changes of a commit while they are written down: in memory, and in a file if many. */
public final class PatchDraft {
    /** More bytes of changes than this go into a file. */
    private static final int MOST_HELD = 1 << 20;

    private final Path file;
    private final SpillingOutput out;
    private final PatchText text;

    /**
     * A draft without changes.
     *
     * @param file where they go, packed with gzip, if they are many
     * @param mostFiled how large that file may become, in bytes; 0 for any size
     */
    public PatchDraft(Path file, long mostFiled) {
        this.file = file;
        out = new SpillingOutput(file, MOST_HELD, mostFiled);
        text = new PatchText(out);
    }

    /** Writes down a quad that comes. */
    public void add(Quad quad) {
        text.change('A', StoredForm.of(quad));
    }

    /** Writes down a quad that goes. */
    public void delete(Quad quad) {
        text.change('D', StoredForm.of(quad));
    }

    /** Ends the draft; where it is in a file, that is on disk then. */
    public void seal() throws IOException {
        text.close();
        out.seal();
    }

    /** True where a file holds the changes. */
    public boolean isFiled() {
        return out.isFiled();
    }

    /** True where they were too many even for a file. */
    boolean isTooMuch() {
        return out.isTooMuch();
    }

    /** The file, which is there where the changes are filed. */
    public Path file() {
        return file;
    }

    /** The lines of the changes, where they are in memory. */
    public byte[] held() {
        return out.held();
    }

    /** Forgets the changes. */
    public void discard() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
