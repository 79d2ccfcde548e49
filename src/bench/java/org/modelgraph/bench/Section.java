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
     * Finds the part before anything is measured for it.
     *
     * @throws IllegalStateException if the page has no such marks
     */
    static Section in(Path page, String name) throws IOException {
        var section = new Section(page, name);
        var whole = Files.readString(page);
        if (!whole.contains(section.begin()) || !whole.contains(section.end()))
            throw new IllegalStateException(page + " has no part " + name);
        return section;
    }

    private String begin() {
        return "<!-- " + name + ": begin -->";
    }

    private String end() {
        return "<!-- " + name + ": end -->";
    }

    /** Writes the part anew and leaves the rest of the page as it is. */
    void write(String text) throws IOException {
        var whole = Files.readString(page);
        var before = whole.substring(0, whole.indexOf(begin()) + begin().length());
        Files.writeString(page, before + "\n" + text + whole.substring(whole.indexOf(end())));
    }

    /** A file beside the page. */
    Path beside(String file) {
        return page.resolveSibling(file);
    }
}
