package org.modelgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** After any series of writes the derived graph is what a derivation from scratch gives. */
class MaintenanceTest {
    private static final String PREFIXES =
            "PREFIX : <urn:> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    private static final List<String> ADDING =
            List.of(
                    "CONSTRUCT { ?x :type ?d } WHERE { ?c :sub+ ?d . ?x :type ?c }",
                    "CONSTRUCT { ?x ?q ?y } WHERE { ?p :subProperty+ ?q . ?x ?p ?y }",
                    "CONSTRUCT { ?x :later ?y } WHERE { ?x (:succeeds|:later)+ ?y }",
                    "CONSTRUCT { ?x :near ?y } WHERE { ?y :near ?x }",
                    "CONSTRUCT { ?x :grand ?z } WHERE { ?x :p/:q ?z . ?z :type :A }",
                    "CONSTRUCT { ?x :either ?y } WHERE { { ?x :p ?y } UNION { ?y :q ?x ; :type :B }"
                            + " }",
                    "CONSTRUCT { ?x :loop ?x } WHERE { ?x :later ?x }");
    private static final List<String> NEGATING =
            List.of(
                    "CONSTRUCT { ?x :label ?l } WHERE { ?x :type :A FILTER NOT EXISTS { ?x :label"
                            + " ?own } OPTIONAL { ?x :succeeds/:name ?n } BIND( CONCAT(\"l\","
                            + " COALESCE( ?n , \"-\" ) ) AS ?l ) }",
                    "CONSTRUCT { ?x :alone :yes } WHERE { ?x :type ?c FILTER NOT EXISTS { ?y :near"
                            + " ?x . ?y :type ?d . ?d :sub* :C } }",
                    "CONSTRUCT { ?x :free ?y } WHERE { ?x :p ?y MINUS { ?x :grand ?y } }",
                    "CONSTRUCT { ?x :last :yes } WHERE { ?x :alone :yes FILTER NOT EXISTS { ?x"
                            + " :free ?z . ?z :alone ?w } }",
                    "CONSTRUCT { ?x :near ?y } WHERE { ?x :last :yes ; :q ?y }");

    private static List<Rule> rules(List<String> texts) {
        var rules = new ArrayList<Rule>();
        for (var text : texts) rules.add(Rule.of("r" + rules.size(), PREFIXES + text));
        return rules;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("urn:" + name);
    }

    private static final List<String> NODES = List.of("A", "B", "C", "x", "y", "z");
    private static final List<String> LINKS =
            List.of("type", "type", "sub", "succeeds", "near", "p", "q", "label", "name", "later");

    private static Quad random(Random random) {
        var graph = random.nextInt(4) == 0 ? Quad.defaultGraphIRI : iri("g" + random.nextInt(2));
        if (random.nextInt(12) == 0)
            return Quad.create(
                    graph,
                    iri(List.of("p", "q").get(random.nextInt(2))),
                    iri("subProperty"),
                    iri(List.of("q", "r").get(random.nextInt(2))));
        var link = LINKS.get(random.nextInt(LINKS.size()));
        var object =
                link.equals("label") || link.equals("name")
                        ? NodeFactory.createLiteralString(
                                random.nextBoolean() ? "l-" : "n" + random.nextInt(2))
                        : iri(NODES.get(random.nextInt(link.equals("type") ? 3 : 6)));
        return Quad.create(graph, iri(NODES.get(random.nextInt(6))), iri(link), object);
    }

    private static Set<Triple> derivedFromScratch(List<Rule> rules, DatasetGraph dataset) {
        var known = GraphFactory.createDefaultGraph();
        dataset.find()
                .forEachRemaining(q -> {
                    if (!q.getGraph().equals(Iris.DERIVED)) known.add(q.asTriple());
                });
        return triples(new Derivation(rules, known).run());
    }

    private static Set<Triple> triples(Graph graph) {
        return Set.copyOf(graph.find().toList());
    }

    private static void write(List<Rule> rules, DatasetGraph store, Random random) {
        var overlay = new Overlay(store);
        if (random.nextInt(10) == 0) overlay.clear(iri("g1"));
        for (var i = random.nextInt(4); i >= 0; i--) {
            if (random.nextInt(3) > 0) overlay.add(random(random));
            else {
                var all = new ArrayList<Quad>();
                overlay.find()
                        .forEachRemaining(q -> {
                            if (!q.getGraph().equals(Iris.DERIVED)) all.add(q);
                        });
                if (!all.isEmpty()) overlay.delete(all.get(random.nextInt(all.size())));
            }
        }
        new Maintenance(new RuleSet(rules), new StoreFacts(store), new StoreFacts(overlay))
                .run(
                        overlay.removals().stream().map(Quad::asTriple).distinct().toList(),
                        overlay.additions().stream().map(Quad::asTriple).distinct().toList());
        var removed = overlay.removals();
        var added = overlay.additions();
        removed.forEach(store::delete);
        added.forEach(store::add);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 7})
    void whatWasDerivedStepByStepIsWhatIsDerivedFromScratch(int seed) {
        var random = new Random(seed);
        var texts = new ArrayList<>(ADDING);
        texts.addAll(NEGATING);
        if (seed % 2 == 0) texts.removeIf(_ -> random.nextInt(4) == 0);
        if (seed < 3) texts.removeAll(NEGATING);
        var rules = rules(texts.stream().filter(MaintenanceTest::isStratified).toList());
        var store = DatasetGraphFactory.createGeneral();
        for (var step = 0; step < 50; step++) {
            write(rules, store, random);
            assertThat(triples(store.getGraph(Iris.DERIVED)))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(derivedFromScratch(rules, store));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void whatIsDerivedOnAStoreInSlicesIsWhatIsDerivedInMemory(int seed) {
        var random = new Random(seed);
        var texts = new ArrayList<>(ADDING);
        texts.addAll(NEGATING);
        var rules = rules(texts.stream().filter(MaintenanceTest::isStratified).toList());
        var store = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(
                store,
                () -> {
                    for (var quads = 0; quads < 40; quads++) store.add(random(random));
                    var blank = NodeFactory.createBlankNode();
                    for (var graph = 0; graph < 40; graph++) {
                        store.add(iri("g" + graph), blank, iri("near"), iri("x"));
                        store.add(iri("g" + graph), iri("B"), iri("type"), iri("A"));
                    }
                    Derivation.run(new RuleSet(rules), new StoreFacts(store, seed));
                    assertThat(triples(store.getGraph(Iris.DERIVED)))
                            .hasSizeGreaterThan(10)
                            .isEqualTo(derivedFromScratch(rules, store));
                });
    }

    /** The last rule closes a circle through a negation with others. */
    private static boolean isStratified(String rule) {
        return !rule.equals(NEGATING.getLast());
    }

    @Test
    void rulesThatAskForTheAbsenceOfWhatFollowsFromThemAreRefused() {
        var texts = new ArrayList<>(ADDING);
        texts.addAll(NEGATING);
        assertThatThrownBy(() -> new RuleSet(rules(texts)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("can't be put in an order");
    }

    @Test
    void aRuleStandsAboveThoseWhoseConclusionsItAsksTheAbsenceOf() {
        var set = new RuleSet(rules(NEGATING.subList(0, 4)));
        assertThat(set.highest()).isEqualTo(2);
        assertThat(set.at(2))
                .extracting(r -> r.rule().name())
                .as("asks for the absence of :alone, which asks for that of :near")
                .containsExactly("r3");
    }
}
