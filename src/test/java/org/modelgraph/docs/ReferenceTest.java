package org.modelgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.Setting;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The documentation says what the code does. */
class ReferenceTest {
    private static List<String> lines(String file) throws Exception {
        return Files.readAllLines(Path.of(file));
    }

    @Test
    void everySettingHasItsRow() throws Exception {
        var lines = lines("docs/reference/settings.md");
        for (var setting : Setting.values())
            assertThat(lines)
                    .anySatisfy(line ->
                            assertThat(line)
                                    .startsWith("| `" + setting.flag())
                                    .contains(
                                            "`" + setting.variable() + "`",
                                            "| `" + setting.key() + "` |",
                                            setting.help(),
                                            setting.expectation())
                                    .contains(setting.initial()));
        assertThat(lines.stream().filter(l -> l.startsWith("| `--")))
                .hasSize(Setting.values().length);
    }

    @Test
    void everyProblemHasItsRow() throws Exception {
        var lines = lines("docs/reference/problems.md");
        for (var kind : Problem.Kind.values())
            assertThat(lines)
                    .contains(
                            "| `"
                                    + kind.slug()
                                    + "` | "
                                    + kind.status()
                                    + " | "
                                    + kind.title()
                                    + " |");
    }

    @Test
    void theReadmeHasTheTwoCommandsAndTheCiRunsTheSecond() throws Exception {
        assertThat(lines("README.md")).contains("mvn -q compile exec:exec", "mvn verify");
        assertThat(lines(".ci/run")).anyMatch(l -> l.startsWith("mvn ") && l.endsWith(" verify"));
    }

    @Test
    void everyLinkBetweenTheDocumentsLeadsSomewhere() throws Exception {
        var link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
        var checked = 0;
        try (var files = Files.walk(Path.of("docs"))) {
            var documents =
                    new java.util.ArrayList<>(
                            files.filter(f -> f.toString().endsWith(".md")).toList());
            documents.add(Path.of("README.md"));
            for (var document : documents) {
                var folder = document.toAbsolutePath().getParent();
                for (var found : link.matcher(Files.readString(document)).results().toList()) {
                    assertThat(folder.resolve(found.group(1)))
                            .as("%s in %s", found.group(1), document)
                            .exists();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
    }
}
