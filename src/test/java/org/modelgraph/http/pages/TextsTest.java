package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.browse.Listing;
import org.modelgraph.browse.Result;
import org.modelgraph.imports.FileOutcome;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

class TextsTest {
    private static final Pattern USE =
            Pattern.compile("\\b(?:texts|texts\\(\\))\\.(get|count)\\(\"([a-z.-]+)\"(\\s*\\+)?");

    private record Use(String key, boolean isCount, boolean isPrefix) {}

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(f -> f.toString().endsWith(".jte")).toList();
        }
    }

    private static List<Use> uses() throws IOException {
        var uses = new ArrayList<Use>();
        for (var file : templates()) {
            var matcher = USE.matcher(Files.readString(file));
            while (matcher.find())
                uses.add(
                        new Use(
                                matcher.group(2),
                                matcher.group(1).equals("count"),
                                matcher.group(3) != null));
        }
        return uses;
    }

    private static Set<String> keysInUse() throws IOException {
        var keys = new HashSet<String>();
        for (var use : uses()) {
            if (use.isPrefix) continue;
            if (use.isCount) keys.addAll(List.of(use.key + ".one", use.key + ".many"));
            else keys.add(use.key);
        }
        for (var kind : Kind.values()) keys.add("kind." + kind.segment());
        for (var party : Result.Party.values()) keys.add("results." + party.style());
        keys.addAll(List.of("results.unstated", "results.against", "results.figure"));
        for (var listing : Listing.values())
            for (var field : listing.fields()) keys.add("field." + field.key());
        for (var kind : Problem.Kind.values()) keys.add("problem." + kind.slug());
        for (var state : FileOutcome.State.values()) keys.add("import.state." + state.slug());
        for (var kind : Note.Kind.values()) keys.add("import.note." + kind.slug());
        return keys;
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(Texts.of("zh").keys())
                .hasSizeGreaterThan(100)
                .containsExactlyInAnyOrderElementsOf(Texts.of("en").keys());
    }

    @Test
    void everyTextThatATemplateUsesExists() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(15);
        assertThat(uses()).hasSizeGreaterThan(60);
        assertThat(Texts.of("en").keys()).containsAll(keysInUse());
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        assertThat(Texts.of("en").keys().stream().filter(k -> !k.startsWith("topic.")))
                .isSubsetOf(keysInUse());
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        for (var key : Texts.of("en").keys())
            assertThat(placeholders("zh", key)).as(key).isEqualTo(placeholders("en", key));
    }

    private static Set<String> placeholders(String language, String key) {
        var found = new HashSet<String>();
        var matcher = Pattern.compile("\\{\\d}").matcher(Texts.of(language).get(key));
        while (matcher.find()) found.add(matcher.group());
        return found;
    }
}
