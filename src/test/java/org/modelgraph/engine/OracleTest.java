package org.modelgraph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.AwaitedSnapshot;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Preparation;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The engine gives the rows that ARQ gives, on queries and graphs by chance, with updates in
 * between. {@code -Dengine.queries=20000} asks more of them.
 */
class OracleTest {
    private static final int QUERIES = Integer.getInteger("engine.queries", 1000);
    private static final long SEED = Long.getLong("engine.seed", 8);
    private static final Set<String> AGGREGATES = Set.of("n", "m", "i", "j");
    private static final int BETWEEN_UPDATES = 40;
    private static final int MOST_ROWS = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir static Path directory;
    private static KnowledgeGraph store;

    @BeforeAll
    static void open() {
        store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION);
        store.snapshots().start(1L << 28);
        AwaitedSnapshot.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theEngineAnswersAsArqDoesOverNamedGraphs() {
        compare(new Random(SEED), QUERIES * 3 / 4, false);
    }

    @Test
    void theEngineAnswersAsArqDoesWhereTheDefaultGraphHasTriplesToo() {
        compare(new Random(SEED + 1), QUERIES / 4, true);
    }

    private void compare(Random chance, int queries, boolean defaultGraph) {
        var form = new RandomQuery(chance);
        var answered = 0;
        update("CLEAR ALL");
        for (var i = 0; i < queries; i++) {
            if (i % BETWEEN_UPDATES == 0) change(chance, defaultGraph, i == 0 ? 60 : 12);
            var query = form.next();
            var outcome = outcome(query);
            if (outcome.differs()) fail(smallest(query));
            if (outcome.byEngine()) answered++;
        }
        assertThat(answered).isGreaterThan(queries / 2);
    }

    private static void change(Random chance, boolean defaultGraph, int quads) {
        var added =
                IntStream.range(0, quads)
                        .mapToObj(_ -> RandomQuads.quad(chance, defaultGraph))
                        .collect(Collectors.joining(" "));
        update("INSERT DATA { " + added + " }");
        var graph = ":g" + chance.nextInt(3);
        update(
                "DELETE { GRAPH "
                        + graph
                        + " { ?s ?p ?o } } WHERE { { SELECT * { GRAPH "
                        + graph
                        + " { ?s ?p ?o } } ORDER BY ?s ?p ?o LIMIT "
                        + quads / 2
                        + " } }");
    }

    private static void update(String text) {
        store.write(overlay ->
                UpdateExec.dataset(overlay)
                        .update("PREFIX : <" + RandomQuads.NAMESPACE + ">\n" + text)
                        .execute());
    }

    /**
     * What both gave.
     *
     * @param byEngine true where the engine answered some of it
     */
    private record Outcome(List<String> expected, List<String> found, boolean byEngine) {
        boolean differs() {
            return !expected.equals(found) && !hasNoPredicate(found);
        }
    }

    /**
     * True where ARQ, in its part, was given a term as a predicate that can't be one, and failed.
     */
    private static boolean hasNoPredicate(List<String> rows) {
        return hasFailed(rows) && rows.getFirst().contains("Unidentified predicate");
    }

    private static Outcome outcome(QueryForm form) {
        if (!isQuery(form)) return new Outcome(List.of(), List.of(), false);
        return store.read(view -> {
            var query = QueryFactory.create(form.text());
            var reference = view.target(query, EngineChoice.ARQ);
            var expected = rows(query, reference, form, PATIENCE);
            if (expected.size() >= MOST_ROWS || hasFailed(expected))
                return new Outcome(List.of(), List.of(), false);
            var log = new EngineLog();
            var preparation = new Preparation();
            var first = view.target(query, preparation);
            log.in(first.context());
            var found = rows(query, first, form, LIMIT);
            var answered = !log.answered().isEmpty();
            if (found.equals(expected))
                found = rows(query, view.target(query, preparation), form, LIMIT);
            return form.losesRepetitions() && holds(found, expected)
                    ? new Outcome(distinct(expected), distinct(found), answered)
                    : new Outcome(expected, found, answered);
        });
    }

    /** True where rows have each of some others, and each as often or more often. */
    private static boolean holds(List<String> rows, List<String> others) {
        var left = new ArrayList<>(rows);
        return others.stream().allMatch(left::remove);
    }

    /** Without an order: what ARQ has lost may have told rows apart that come out the same. */
    private static List<String> distinct(List<String> rows) {
        return rows.stream().distinct().sorted().toList();
    }

    /** False where chance has assigned to a variable twice. */
    private static boolean isQuery(QueryForm form) {
        try {
            QueryFactory.create(form.text());
            return true;
        } catch (QueryParseException e) {
            return false;
        }
    }

    /** True where ARQ has no answer, as of a literal that comes to stand as a predicate. */
    private static boolean hasFailed(List<String> rows) {
        return rows.size() == 1 && rows.getFirst().startsWith("failed: ");
    }

    private static List<String> rows(
            Query query, Evaluation.Target target, QueryForm form, Duration limit) {
        var rows = new ArrayList<String>();
        try (var answer = Evaluation.start(query, target, limit)) {
            switch (answer) {
                case Answer.Rows table -> {
                    while (table.rows().hasNext() && rows.size() < MOST_ROWS)
                        rows.add(written(table.rows().next()));
                }
                case Answer.Truth truth -> rows.add(String.valueOf(truth.value()));
                case Answer.Triples _ -> fail("no such query here");
            }
        } catch (RuntimeException e) {
            return List.of("failed: " + e);
        }
        if (!form.isOrdered()) rows.sort(null);
        return rows;
    }

    private static String written(org.apache.jena.sparql.engine.binding.Binding row) {
        var cells = new ArrayList<String>();
        row.forEach((variable, term) -> {
            if (variable.isNamedVar())
                cells.add(variable + "=" + (isAggregate(variable) ? value(term) : term));
        });
        cells.sort(null);
        return cells.toString();
    }

    private static boolean isAggregate(Var variable) {
        return AGGREGATES.contains(variable.getName());
    }

    /** A term by its value, since MIN and MAX may give any of equal ones. */
    private static String value(Node term) {
        var value = NodeValue.makeNode(term);
        if (!value.isNumber()) return term.toString().replace(".000Z", "Z");
        var number = value.getDouble();
        return Double.isFinite(number)
                ? new BigDecimal(number, new MathContext(12)).stripTrailingZeros().toString()
                : String.valueOf(number);
    }

    private static String smallest(QueryForm form) {
        var smallest = form;
        for (var shrunk = true; shrunk; ) {
            shrunk = false;
            for (var smaller : smallest.smaller()) {
                if (!outcome(smaller).differs()) continue;
                smallest = smaller;
                shrunk = true;
                break;
            }
        }
        var outcome = outcome(smallest);
        var missing = new ArrayList<>(outcome.expected());
        outcome.found().forEach(missing::remove);
        var extra = new ArrayList<>(outcome.found());
        outcome.expected().forEach(extra::remove);
        return smallest.text()
                + "\nexpected "
                + shown(outcome.expected())
                + "\nmissing "
                + shown(missing)
                + "\nextra "
                + shown(extra)
                + "\nover\n"
                + quads();
    }

    private static List<String> shown(List<String> rows) {
        return rows.subList(0, Math.min(10, rows.size()));
    }

    private static String quads() {
        var quads = new ArrayList<String>();
        store.read(view -> {
            view.dataset().find().forEachRemaining(q -> quads.add(q.toString()));
            return true;
        });
        return String.join("\n", quads);
    }
}
