package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.browse.Listing;
import org.modelgraph.browse.Result;
import org.modelgraph.imports.FileOutcome;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.problem.Problem;
import org.modelgraph.workbench.Plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

class TextsTest {
    private static final Pattern USE =
            Pattern.compile("\\b(?:texts|texts\\(\\))\\.(get|count)\\(\"([a-z.-]+)\"(\\s*\\+)?");

    private static final Pattern SAID = Pattern.compile("\\b(?:say|button)\\('([a-z.-]+)'");

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
        try (var modules = Files.list(Path.of("src/main/resources/assets/js"))) {
            for (var module : modules.toList())
                SAID.matcher(Files.readString(module)).results().forEach(u -> keys.add(u.group(1)));
        }
        for (var view : List.of("table", "chart", "graph", "timeline", "cards", "raw", "truth"))
            keys.add("workbench.view." + view);
        keys.addAll(List.of("workbench.rows", "workbench.triples", "workbench.truth"));
        keys.addAll(List.of("workbench.yes", "workbench.no"));
        keys.addAll(List.of("plan.many", "plan.statements.one", "plan.statements.many"));
        for (var action : Plan.Action.values())
            keys.add("plan." + action.name().toLowerCase(Locale.ROOT));
        for (var sheet : List.of("map", "timeline", "sources", "ontology", "vocabulary", "dataset"))
            keys.addAll(List.of(sheet + ".title", sheet + ".lead"));
        for (var kind : Kind.values()) keys.add("kind." + kind.segment());
        for (var party : Result.Party.values()) keys.add("results." + party.style());
        keys.addAll(List.of("results.unstated", "results.against", "results.figure"));
        for (var listing : Listing.values())
            for (var field : listing.fields()) keys.add("field." + field.key());
        keys.addAll(List.of("changes.of", "changes.summary", "change.headline", "change.between"));
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
        var code = code();
        assertThat(
                        Texts.of("en").keys().stream()
                                .filter(k -> !k.startsWith("topic."))
                                .filter(k -> !isMade(k, code)))
                .isSubsetOf(keysInUse());
    }

    private static String code() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            var code = new StringBuilder();
            for (var file : files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList())
                code.append(Files.readString(file));
            return code.toString();
        }
    }

    /** True of a key that stands in the code, whole or as a beginning that is made longer. */
    private static boolean isMade(String key, String code) {
        if (code.contains("\"" + key + "\"")) return true;
        for (var dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1))
            if (code.contains("\"" + key.substring(0, dot + 1) + "\"")) return true;
        return false;
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
