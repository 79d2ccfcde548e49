package org.modelgraph.http;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.modelgraph.browse.Labels;
import org.modelgraph.browse.StatementAddress;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.graph.Explanation;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.DerivationPage;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Optional;

/** Puts why a statement holds into the words of one reader. */
record DerivationView(Frame frame, Labels labels) {
    DerivationPage page(View view, Triple triple, List<Node> graphs) {
        return new DerivationPage(
                frame,
                said(triple),
                things(graphs),
                Explanation.of(view, triple).stream().map(this::reason).toList());
    }

    private DerivationPage.Said said(Triple triple) {
        return new DerivationPage.Said(
                thing(triple.getSubject()),
                thing(triple.getPredicate()),
                value(triple.getObject()));
    }

    private Thing thing(Node node) {
        return node.isURI()
                ? labels.of(node.getURI())
                : new Thing("", StatementAddress.written(node), "");
    }

    private List<Thing> things(List<Node> nodes) {
        return nodes.stream().map(this::thing).toList();
    }

    private Value value(Node node) {
        return node.isLiteral()
                ? new Value.Text(node.getLiteralLexicalForm(), node.getLiteralLanguage(), "")
                : new Value.Node(thing(node));
    }

    private DerivationPage.Reason reason(Explanation.Reason reason) {
        return new DerivationPage.Reason(
                labels.of(Prefixes.BASE + "rule/" + reason.rule()),
                reason.premises().stream().map(this::premise).toList(),
                reason.passages().stream().map(this::passage).toList());
    }

    private DerivationPage.Premise premise(Explanation.Premise premise) {
        return new DerivationPage.Premise(
                said(premise.triple()),
                things(premise.graphs()),
                Optional.of(StatementAddress.of(premise.triple()))
                        .filter(_ -> premise.isDerived()));
    }

    private DerivationPage.Passage passage(Explanation.Passage passage) {
        return new DerivationPage.Passage(
                thing(passage.claim()),
                thing(passage.source().orElse(passage.passage())),
                passage.locator(),
                passage.quotation());
    }
}
