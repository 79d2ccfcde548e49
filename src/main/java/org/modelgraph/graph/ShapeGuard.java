package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds every write to the shapes of the ontology before it is committed: the breaches that it
 * brings refuse it, or are told to the writer, as the policy has it for the graphs that it changes.
 */
public final class ShapeGuard implements Participant {
    private static final Logger log = LoggerFactory.getLogger(ShapeGuard.class);
    private static final int SHOWN = 3;

    /** A change of more triples is checked on copies in memory, where reading is faster. */
    private static final int LARGE = 20_000;

    private final ValidationPolicy policy;
    private Optional<Conformance> conformance = Optional.empty();

    public ShapeGuard(ValidationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Checks a write.
     *
     * @throws Problem of kind {@link Problem.Kind#INVALID_DATA}, proven by a {@link ShapeReport}
     */
    @Override
    public void stage(Overlay wouldBe, Attribution by) {
        var touched = wouldBe.touched();
        if (touched.isEmpty()) return;
        var redefined = touched.stream().anyMatch(Installed::defines);
        if (redefined) conformance = Optional.empty();
        var current = conformance.orElseGet(() -> new Conformance(Installed.in(wouldBe).shapes()));
        if (!redefined) conformance = Optional.of(current);
        var begin = System.nanoTime();
        var levels =
                touched.stream()
                        .filter(g -> !g.equals(Iris.DERIVED))
                        .map(policy::of)
                        .collect(Collectors.toSet());
        var derived = levels.contains(Enforcement.ENFORCE) ? Enforcement.ENFORCE : Enforcement.WARN;
        for (var level : levels) {
            if (level == Enforcement.OFF) continue;
            Predicate<Node> counts =
                    g -> (g.equals(Iris.DERIVED) ? derived : policy.of(g)) == level;
            check(current.brought(step(wouldBe, counts)), level, wouldBe);
        }
        log.debug("Checked in {} ms", (System.nanoTime() - begin) / 1_000_000);
    }

    private static void check(ShapeReport report, Enforcement level, Overlay wouldBe) {
        if (report.conforms()) return;
        if (level == Enforcement.ENFORCE && report.isBroken())
            throw Problem.of(Problem.Kind.INVALID_DATA, inWords(report))
                    .hint("?validate=only tries a write without doing it.")
                    .provenBy(report);
        wouldBe.remark(report);
    }

    /** The report in one sentence. */
    public static String inWords(ShapeReport report) {
        var all = report.violations();
        return "The write breaks the shapes in "
                + (all.size() == 1 ? "one place: " : all.size() + " places: ")
                + all.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(" | "))
                + (all.size() > SHOWN ? " | …" : "");
    }

    private static Conformance.Step step(Overlay wouldBe, Predicate<Node> counts) {
        Graph old = new KnownGraph(wouldBe.base());
        Graph now = new KnownGraph(wouldBe);
        var removed = triples(wouldBe.removals(), counts, now);
        var added = triples(wouldBe.additions(), counts, old);
        if (removed.size() + added.size() > LARGE) {
            old = copy(old);
            now = copy(now);
        }
        return new Conformance.Step(new Delta(removed), old, new Delta(added), now);
    }

    private static Graph copy(Graph graph) {
        var copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        return copy;
    }

    private static Collection<Triple> triples(
            Collection<Quad> quads, Predicate<Node> counts, Graph other) {
        var triples = new LinkedHashSet<Triple>();
        for (var quad : quads)
            if (counts.test(quad.getGraph()) && !quad.getGraph().equals(Iris.CATALOG))
                triples.add(quad.asTriple());
        triples.removeIf(other::contains);
        return triples;
    }

    @Override
    public void committed(Change change) {
        if (change.streamed() || Installed.isRedefinedBy(change)) conformance = Optional.empty();
    }
}
