package org.modelgraph.bench;

import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A question of the benchmark. */
record BenchQuestion(String kind, String name, String text) {
    private static final String HEAD =
            """
            PREFIX : <%s>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX model: <%smodel/>
            PREFIX benchmark: <%sbenchmark/>
            PREFIX developer: <%sdeveloper/>
            PREFIX issue: <%sissue/>
            PREFIX graph: <%sgraph/>
            """
                    .formatted(
                            SyntheticQuads.NS,
                            Prefixes.BASE,
                            Prefixes.BASE,
                            Prefixes.BASE,
                            Prefixes.BASE,
                            Prefixes.BASE);

    /** True of a question whose answer are statements. */
    boolean asksForGraph() {
        return text.contains("CONSTRUCT") || text.contains("DESCRIBE");
    }

    /** How many things there are of each class. */
    static BenchQuestion count() {
        var text = HEAD + "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c\n";
        return new BenchQuestion("counts", "of classes", text);
    }

    /** The questions of the benchmark. */
    static List<BenchQuestion> all() throws IOException {
        try (var file = BenchQuestion.class.getResourceAsStream("/questions.rq")) {
            return in(
                    new String(
                            Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The questions of a text in which each begins with a line {@code # kind: name}. */
    static List<BenchQuestion> in(String text) {
        var questions = new ArrayList<BenchQuestion>();
        for (var part : text.split("(?m)^# ", -1)) {
            if (part.isBlank()) continue;
            var title = part.substring(0, part.indexOf('\n')).split(": ", 2);
            var query = HEAD + part.substring(part.indexOf('\n') + 1).strip() + "\n";
            questions.add(new BenchQuestion(title[0], title[1], query));
        }
        return List.copyOf(questions);
    }
}
