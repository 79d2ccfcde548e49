package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code docs/reference/conformance.md} has the counts of the suites and every deviation; with
 * {@code -Dformat=apply} its tables are written anew.
 */
class ConformanceDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/reference/conformance.md");

    private static List<String> counts() {
        var lines = new ArrayList<String>();
        lines.add("| suite | cases | pass | differ |");
        lines.add("|---|---:|---:|---:|");
        for (var suite : Suite.values()) {
            var cases = Manifest.cases(suite);
            assertThat(cases).as(suite.title()).isNotEmpty();
            var differ = cases.stream().filter(c -> Deviations.of(c).isPresent()).count();
            lines.add(row(suite.title(), cases.size(), differ));
        }
        lines.add(row("SPARQL 1.1 graph store, by its clauses", GraphStoreTrials.ALL.size(), 0));
        return lines;
    }

    private static String row(String title, long cases, long differ) {
        return "| %s | %d | %d | %d |".formatted(title, cases, cases - differ, differ);
    }

    private static List<String> deviations() {
        var byReason = new TreeMap<String, List<String>>();
        Deviations.all()
                .forEach((c, reason) ->
                        byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(c));
        var lines = new ArrayList<String>();
        lines.add("| cases | reason |");
        lines.add("|---|---|");
        byReason.forEach(
                (reason, cases) -> lines.add("| " + inWords(cases) + " | " + reason + " |"));
        return lines;
    }

    private static String inWords(List<String> cases) {
        return String.join(
                ", ",
                cases.stream().sorted().map(c -> "`" + c.replaceFirst(".*/", "") + "`").toList());
    }

    @Test
    void everyDeviationIsOfACaseThatThereIs() {
        var names =
                Arrays.stream(Suite.values())
                        .flatMap(s -> Manifest.cases(s).stream())
                        .map(Case::toString)
                        .toList();
        assertThat(names).doesNotHaveDuplicates().containsAll(Deviations.all().keySet());
    }

    @Test
    void theTablesAreThoseOfTheTests() throws Exception {
        var text = Files.readString(DOCUMENT);
        var anew = replaced(replaced(text, "counts", counts()), "deviations", deviations());
        if ("apply".equals(System.getProperty("format"))) Files.writeString(DOCUMENT, anew);
        else assertThat(text).isEqualTo(anew);
    }

    private static String replaced(String text, String name, List<String> lines) {
        var begin = "<!-- " + name + " -->\n";
        var from = text.indexOf(begin) + begin.length();
        var to = text.indexOf("<!-- end -->", from);
        assertThat(from).isGreaterThan(begin.length());
        assertThat(to).isGreaterThanOrEqualTo(from);
        return text.substring(0, from) + String.join("\n", lines) + "\n" + text.substring(to);
    }
}
