package org.modelgraph.bench;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.EngineChoice;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The CPU time that answers cost by the engine and by ARQ over TDB2, which is what answers inside
 * of Fuseki, on the same store in one run: made from a seed, in several graphs, skewed. The answers
 * are compared before anything is timed, and both take turns. Every term of every row is made;
 * nothing is written. Prints a table in Markdown.
 *
 * <p>Arguments: how many quads (100000 without), and a directory for the store.
 */
final class EngineBench {
    private static final int WARM = 12;
    private static final int ROUNDS = 9;
    private static final int QUADS_A_MODEL = 8;
    private static final int SOURCES = 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NS = Prefixes.BASE + "ns/";

    private final KnowledgeGraph store;

    private EngineBench(KnowledgeGraph store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws IOException {
        var quads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var directory =
                arguments.length > 1
                        ? Path.of(arguments[1])
                        : Files.createTempDirectory(Path.of("target"), "bench-");
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            store.load(load -> quads(quads, load::quad));
            store.snapshots().start(1L << 31);
            while (store.snapshots().version().isEmpty()) Thread.onSpinWait();
            System.out.printf(
                    "%,d quads, snapshot of %.1f bytes a quad%n%n",
                    quads, (double) store.snapshots().bytes() / quads);
            System.out.println(
                    "| question | rows | ms CPU, ARQ: median, p95 | ms CPU, engine: median, p95 |"
                            + " ratio |");
            System.out.println("|---|---|---|---|---|");
            var bench = new EngineBench(store);
            var product = 0.0;
            for (var question : questions().entrySet())
                product += Math.log(bench.compare(question.getKey(), question.getValue()));
            System.out.printf(
                    "%nGeometric mean of the ratios: %.3f%n",
                    Math.exp(product / questions().size()));
        }
    }

    private double compare(String name, String where) {
        var text = "PREFIX : <" + NS + "> PREFIX rdfs: <" + RDFS.getURI() + "> " + where;
        return store.read(view -> {
            var rows = answer(view, text, EngineChoice.ARQ);
            if (!rows.equals(answer(view, text, EngineChoice.AUTO)))
                throw new IllegalStateException(name + ": the answers differ");
            var arq = new double[ROUNDS];
            var engine = new double[ROUNDS];
            for (var n = -WARM; n < ROUNDS; n++) {
                var first = measure(view, text, EngineChoice.ARQ);
                var second = measure(view, text, EngineChoice.AUTO);
                if (n < 0) continue;
                arq[n] = first;
                engine[n] = second;
            }
            Arrays.sort(arq);
            Arrays.sort(engine);
            var ratio = engine[ROUNDS / 2] / arq[ROUNDS / 2];
            System.out.printf(
                    "| %s | %,d | %.2f, %.2f | %.2f, %.2f | %.3f |%n",
                    name,
                    rows.size(),
                    arq[ROUNDS / 2],
                    arq[ROUNDS - 1],
                    engine[ROUNDS / 2],
                    engine[ROUNDS - 1],
                    ratio);
            return ratio;
        });
    }

    private static double measure(View view, String text, EngineChoice choice) {
        var clock = ManagementFactory.getThreadMXBean();
        var begin = clock.getCurrentThreadCpuTime();
        answer(view, text, choice);
        return (clock.getCurrentThreadCpuTime() - begin) / 1e6;
    }

    /**
     * The rows, sorted; each as a hash of its terms, so that comparing them costs both the same.
     */
    private static List<Integer> answer(View view, String text, EngineChoice choice) {
        var query = QueryFactory.create(text);
        var rows = new ArrayList<Integer>();
        try (var answer = Evaluation.start(query, view.target(query, choice), LIMIT)) {
            if (answer instanceof Answer.Rows table) {
                var variables = table.rows().getResultVars();
                while (table.rows().hasNext()) {
                    var row = table.rows().next();
                    var hash = 1;
                    for (var variable : variables)
                        hash =
                                31 * hash
                                        + (row.contains(variable)
                                                ? row.get(variable).hashCode()
                                                : 0);
                    rows.add(hash);
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    private static Map<String, String> questions() {
        var one = "<" + Prefixes.BASE + "model/m17>";
        var all = new LinkedHashMap<String, String>();
        all.put("look-up", "SELECT ?p ?o { " + one + " ?p ?o }");
        all.put("inbound", "SELECT ?s ?p { ?s ?p " + one + " }");
        all.put("label search", "SELECT ?m { ?m rdfs:label ?l FILTER CONTAINS(?l, \"77\") }");
        all.put("export of labels", "SELECT ?m ?l { ?m rdfs:label ?l }");
        all.put("count of a class", "SELECT (COUNT(*) AS ?n) { ?m a :Model }");
        all.put("count of all", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        all.put("properties", "SELECT DISTINCT ?p { ?s ?p ?o }");
        all.put("histogram", "SELECT ?d (COUNT(*) AS ?n) { ?m :developedBy ?d } GROUP BY ?d");
        all.put("distinct count", "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?m :developedBy ?d }");
        all.put(
                "average",
                "SELECT ?d (AVG(?s) AS ?a) { ?m :developedBy ?d ; :score ?s } GROUP BY ?d");
        all.put(
                "leaderboard",
                "SELECT ?m ?s { ?m a :Model ; :score ?s } ORDER BY DESC(?s) ?m LIMIT 20");
        all.put(
                "star",
                "SELECT ?m ?l ?d ?s { ?m a :Model ; rdfs:label ?l ; :developedBy ?d ; :score ?s }");
        all.put(
                "star with filter",
                "SELECT ?m ?l { ?m :developedBy ?d ; :score ?s ; rdfs:label ?l FILTER(?s > 950) }");
        all.put("chain", "SELECT ?a ?c { ?a :derivedFrom ?b . ?b :derivedFrom ?c }");
        all.put("tree by path", "SELECT ?m { ?m :derivedFrom+ <" + Prefixes.BASE + "model/m0> }");
        all.put("closure of paths", "SELECT (COUNT(*) AS ?n) { ?m :cites/:derivedFrom* ?r }");
        all.put("triangle", "SELECT ?a ?b ?c { ?a :cites ?b . ?b :cites ?c . ?c :cites ?a }");
        all.put(
                "cycle of four",
                "SELECT (COUNT(*) AS ?n) { "
                        + one
                        + " :cites ?b . ?b :cites ?c . ?c :cites ?d . ?d :cites "
                        + one
                        + " }");
        all.put("optional", "SELECT ?m ?b { ?m a :Model OPTIONAL { ?m :derivedFrom ?b } }");
        all.put("unmitigated", "SELECT ?m { ?m a :Model MINUS { ?m :derivedFrom ?b } }");
        all.put("not exists", "SELECT ?m { ?m a :Model FILTER NOT EXISTS { ?m :derivedFrom ?b } }");
        all.put("union", "SELECT ?x { { ?x :cites " + one + " } UNION { " + one + " :cites ?x } }");
        all.put(
                "values",
                "SELECT ?m ?l { VALUES ?d { <"
                        + Prefixes.BASE
                        + "organization/d3> <"
                        + Prefixes.BASE
                        + "organization/d5> } ?m :developedBy ?d ; rdfs:label ?l }");
        all.put("paging", "SELECT ?m ?l { ?m rdfs:label ?l } ORDER BY ?l LIMIT 50 OFFSET 5000");
        return all;
    }

    private static void quads(int count, Consumer<Quad> sink) {
        var chance = new Random(8);
        var models = count / QUADS_A_MODEL;
        for (var i = 0; i < models; i++) {
            var graph = node("graph/g" + i % SOURCES);
            var model = node("model/m" + i);
            Quads to = (p, o) -> sink.accept(Quad.create(graph, model, p, o));
            to.add(RDF.type.asNode(), property("Model"));
            to.add(RDFS.label.asNode(), NodeFactory.createLiteralLang("Model " + i, "en"));
            to.add(property("developedBy"), node("organization/d" + skewed(chance, 100)));
            to.add(property("score"), NodeFactory.createLiteralByValue(chance.nextInt(1000)));
            if (i > 0 && chance.nextInt(3) > 0)
                to.add(property("derivedFrom"), node("model/m" + skewed(chance, i)));
            for (var n = 0; n < 3; n++)
                to.add(property("cites"), node("model/m" + skewed(chance, models)));
        }
    }

    @FunctionalInterface
    private interface Quads {
        void add(Node predicate, Node object);
    }

    private static int skewed(Random chance, int bound) {
        var part = chance.nextDouble();
        return (int) (part * part * part * bound);
    }

    private static Node node(String path) {
        return NodeFactory.createURI(Prefixes.BASE + path);
    }

    private static Node property(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
