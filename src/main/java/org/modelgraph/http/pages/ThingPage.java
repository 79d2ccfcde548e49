package org.modelgraph.http.pages;

import org.modelgraph.browse.Description;
import org.modelgraph.browse.Incoming;
import org.modelgraph.browse.Property;
import org.modelgraph.browse.Thing;
import org.modelgraph.graph.Iris;
import org.modelgraph.http.pages.panel.Layout;
import org.modelgraph.http.pages.panel.Tools;
import org.modelgraph.sparql.Prefixes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page of one thing: its description, and what the page makes of it.
 *
 * @param leaderboard the results on it, where it is a benchmark
 */
public record ThingPage(
        Frame frame,
        Description description,
        Footnotes footnotes,
        Optional<LeaderboardPanel> leaderboard) {
    private static final List<String> EVIDENCE =
            List.of(Iris.NS + "assertedBy", Iris.NS + "stance", Iris.NS + "reviewStatus");

    /** Values of one property beyond this number are folded away. */
    public static final int FOLD = 12;

    /** Up to so many values are a fact; more are a list. */
    private static final int FEW = 3;

    static ThingPage of(
            Frame frame, Description description, Optional<LeaderboardPanel> leaderboard) {
        return new ThingPage(
                frame, description, Footnotes.of(description.properties()), leaderboard);
    }

    public String iri() {
        return description.thing().iri();
    }

    public Optional<Kind> kind() {
        return Kind.of(iri());
    }

    /** What is stated, single facts before long lists, without what {@link #restatements} has. */
    public List<Property> properties() {
        return description.properties().stream()
                .filter(p -> !isRestatement(p))
                .sorted(
                        Comparator.comparing(
                                p -> ours(p.property()) ? p.statements().size() > FEW : true))
                .toList();
    }

    /** What rules repeat in the vocabularies of others. */
    public List<Property> restatements() {
        return description.properties().stream().filter(ThingPage::isRestatement).toList();
    }

    private static boolean isRestatement(Property property) {
        return !ours(property.property())
                && property.statements().stream()
                        .flatMap(s -> s.graphs().stream())
                        .allMatch(g -> g.iri().equals(Iris.DERIVED.getURI()));
    }

    private static boolean ours(Thing property) {
        return property.iri().startsWith(Iris.NS);
    }

    /** Who makes the claim, how firmly, and what the curators hold of it. */
    public List<Property> evidenceProperties() {
        return EVIDENCE.stream()
                .flatMap(iri ->
                        description.properties().stream()
                                .filter(p -> p.property().iri().equals(iri)))
                .toList();
    }

    /** What points here, by our own properties first. */
    public List<Incoming> incoming() {
        return description.incoming().stream()
                .sorted(Comparator.comparing(i -> !ours(i.property())))
                .toList();
    }

    /** How many things point at this one. */
    public long incomingTotal() {
        return description.incoming().stream().mapToLong(Incoming::total).sum();
    }

    /** The address of a page of the things that point here by one property. */
    public String incoming(Incoming incoming, int page) {
        var here = frame.addresses().page(iri());
        return frame.link(
                        Addresses.with(
                                here,
                                "in="
                                        + Addresses.encode(incoming.property().iri())
                                        + "&page="
                                        + page))
                + "#"
                + anchor(incoming);
    }

    /** The name of a group of incoming links within the page. */
    public String anchor(Incoming incoming) {
        var name = Prefixes.shorten(incoming.property().iri()).orElse(incoming.property().iri());
        return "in-" + name.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /**
     * True of a group that stands open: the first, a short one, or the one being leafed through.
     */
    public boolean isOpen(Incoming incoming) {
        return incoming.page() > 1
                || incoming.total() <= FOLD
                || frame.query().contains("in=" + Addresses.encode(incoming.property().iri()))
                || incoming().getFirst().equals(incoming);
    }

    /** A query that asks for all about this thing. */
    public String describeQuery() {
        return "DESCRIBE <" + iri() + ">";
    }

    /** The question of what points here. */
    public Tools incomingTools() {
        return tools("thing.incoming", "thing/linked-from");
    }

    /** The question of what is stated here. */
    public Tools statementTools() {
        return tools("thing.statements", "thing/statements");
    }

    private Tools tools(String title, String question) {
        return Tools.of(frame, frame.texts().get(title), question, "thing", iri());
    }

    /** True of a thing that other sites can show a panel of. */
    public boolean isEmbeddable() {
        return kind().filter(kind -> !Layout.of(kind).isEmpty()).isPresent();
    }

    /** True of a thing of somebody else's that a browser can visit. */
    public boolean isElsewhere() {
        return kind().isEmpty() && !iri().startsWith(Prefixes.BASE) && iri().matches("https?://.+");
    }
}
