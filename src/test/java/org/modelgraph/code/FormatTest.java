package org.modelgraph.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every Java source is exactly what the formatter prints; {@code mvn test -Dtest=FormatTest
 * -Dformat=apply} rewrites it.
 */
class FormatTest {
    private static final int LONGEST_FILE = 260;

    @Test
    void everySourceIsFormatted() throws Exception {
        var options = JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
        var formatter = new Formatter(options);
        var unformatted = new ArrayList<Path>();
        for (var path : sources()) {
            var source = Files.readString(path);
            var pretty = formatter.formatSourceAndFixImports(source);
            if (pretty.equals(source)) continue;
            if ("apply".equals(System.getProperty("format"))) Files.writeString(path, pretty);
            else unformatted.add(path);
        }
        assertThat(unformatted).isEmpty();
    }

    @Test
    void noSourceIsLongerThanAReaderKeepsInMind() throws Exception {
        var tooLong = new ArrayList<String>();
        for (var path : sources()) {
            var lines = Files.readAllLines(path).size();
            if (lines > LONGEST_FILE) tooLong.add(path + ": " + lines);
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources() throws Exception {
        try (var paths = Files.walk(Path.of("src"))) {
            var sources = paths.filter(p -> p.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(50);
            return sources;
        }
    }
}
