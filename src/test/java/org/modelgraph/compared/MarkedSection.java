package org.modelgraph.compared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that a run writes: between two marks. */
public record MarkedSection(Path document, String name) {
    /** Puts a text between the marks, and into a file of its own in target. */
    public void write(String text) throws IOException {
        var begin = "<!-- begin: " + name + " -->\n";
        var end = "<!-- end: " + name + " -->";
        var whole = Files.readString(document);
        var from = whole.indexOf(begin);
        var to = whole.indexOf(end);
        if (from < 0 || to < from) throw new IllegalStateException("no marks of " + name);
        Files.writeString(
                document, whole.substring(0, from + begin.length()) + text + whole.substring(to));
        var copy = Path.of("target", "measured", name + ".md");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
    }
}
