package org.modelgraph.ingest.format;

/** Where a format puts what it finds in one file. */
public interface Findings {
    /** Takes statements that belong together. */
    void take(Finding finding);

    /** Takes what is to be said of a place. */
    void note(Note note);
}
