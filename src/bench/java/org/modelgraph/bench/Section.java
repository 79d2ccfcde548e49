package org.modelgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that a command writes: what stands between two marks.
 *
 * @param name as the marks have it
 */
record Section(Path page, String name) {
    /**
     * Writes the part anew and leaves the rest of the page as it is.
     *
     * @throws IllegalStateException if the page has no such marks
     */
    void write(String text) throws IOException {
        var whole = Files.readString(page);
        var mark = "<!-- " + name + ": begin -->";
        var begin = whole.indexOf(mark);
        var end = whole.indexOf("<!-- " + name + ": end -->");
        if (begin < 0 || end < begin)
            throw new IllegalStateException(page + " has no part " + name);
        Files.writeString(
                page,
                whole.substring(0, begin + mark.length()) + "\n" + text + whole.substring(end));
    }

    /** A file beside the page. */
    Path beside(String file) {
        return page.resolveSibling(file);
    }
}
