package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a derived triple is there: each rule that concludes it is run again, bound to the triple, and
 * each of its solutions is a reason.
 */
public final class Explanation {
    /** More reasons than this are not told. */
    public static final int MOST = 50;

    /**
     * A triple from which another one follows.
     *
     * @param graphs where it is stated; {@link Iris#DERIVED} among them means that it was derived
     */
    public record Premise(Triple triple, List<Node> graphs) {
        /** True where it follows itself from others. */
        public boolean isDerived() {
            return graphs.contains(Iris.DERIVED);
        }
    }

    /** The words on which a claim among the premises rests. */
    public record Passage(
            Node claim, Node passage, Optional<Node> source, String locator, String quotation) {}

    /**
     * One way in which the triple follows.
     *
     * @param rule the rule, by the name of its file
     * @param premises what it rests on; what the rule finds absent is not among them
     */
    public record Reason(String rule, List<Premise> premises, List<Passage> passages) {}

    private final DatasetGraph dataset;
    private final Graph known;

    private Explanation(DatasetGraph dataset) {
        this.dataset = dataset;
        this.known = new KnownGraph(dataset);
    }

    /** The reasons for a triple; none where no rule concludes it. */
    public static List<Reason> of(View view, Triple triple) {
        return new Explanation(view.dataset()).reasons(triple);
    }

    /** The graphs in which a triple stands. */
    public static List<Node> graphs(View view, Triple triple) {
        return new Explanation(view.dataset()).graphs(triple);
    }

    private List<Reason> reasons(Triple triple) {
        var reasons = new LinkedHashSet<Reason>();
        for (var rule : Installed.in(dataset).rules()) {
            var body = new RuleBody(rule);
            var seen =
                    body.reflexive().isEmpty() ? known : new KnownGraph(dataset, body.reflexive());
            body.reasons(
                    Set.of(triple),
                    seen,
                    (_, solution) -> {
                        if (reasons.size() < MOST) reasons.add(reason(body, solution, seen));
                    });
        }
        return List.copyOf(reasons);
    }

    private Reason reason(RuleBody body, Binding solution, Graph seen) {
        var premises = new LinkedHashSet<Triple>();
        for (var link : body.body().matched()) {
            if (link.isTriple()) {
                var premise = Substitute.substitute(link.asTriple(), solution);
                if (premise.isConcrete() && seen.contains(premise)) premises.add(premise);
            } else {
                var ends = Substitute.substitute(link, solution);
                if (ends.getSubject().isConcrete() && ends.getObject().isConcrete())
                    new PathChain(seen)
                            .between(ends.getSubject(), ends.getPath(), ends.getObject())
                            .ifPresent(premises::addAll);
            }
        }
        var passages = new LinkedHashSet<Passage>();
        premises.forEach(p -> passages.addAll(passages(p.getSubject())));
        return new Reason(
                body.rule().name(),
                premises.stream().map(p -> new Premise(p, graphs(p))).toList(),
                List.copyOf(passages));
    }

    private List<Node> graphs(Triple triple) {
        var graphs = new ArrayList<Node>();
        dataset.find(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
                .forEachRemaining(q -> {
                    var graph = q.isDefaultGraph() ? Quad.defaultGraphIRI : q.getGraph();
                    if (!graphs.contains(graph)) graphs.add(graph);
                });
        return graphs;
    }

    private List<Passage> passages(Node claim) {
        var passages = new ArrayList<Passage>();
        known.find(claim, Iris.STATED_IN, Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(passage ->
                        passages.add(
                                new Passage(
                                        claim,
                                        passage,
                                        value(passage, Iris.IN_SOURCE),
                                        text(passage, Iris.LOCATOR),
                                        text(passage, Iris.QUOTATION))));
        return passages;
    }

    private Optional<Node> value(Node subject, Node predicate) {
        return known.find(subject, predicate, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private String text(Node subject, Node predicate) {
        return value(subject, predicate)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
