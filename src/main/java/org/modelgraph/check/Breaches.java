package org.modelgraph.check;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.modelgraph.graph.Conformance.Violation;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.Similarity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Breaches of the shapes as findings: at the row or line of the thing, each fault once. A name that
 * means nothing is told as that, and not by all that follows from it.
 */
final class Breaches {
    private static final Pattern OURS =
            Pattern.compile("<?(https://w3id\\.org/modelgraph/[^\\s>]+)>?");

    private final Places places;
    private final Graph stated;
    private final Set<String> nothing = new HashSet<>();

    /**
     * Breaches in what was stated.
     *
     * @param stated all triples of the files, without those that the rules derive
     */
    Breaches(Places places, Graph stated) {
        this.places = places;
        this.stated = stated;
    }

    /**
     * The findings, but for those in lines of which the faults told already speak.
     *
     * @param told the findings made when the files were read
     */
    Collection<Finding> findings(List<Violation> violations, Collection<Finding> told) {
        var findings = new TreeSet<Finding>();
        for (var violation : violations)
            if (isOfNothing(violation)) nothing.add(full(violation.value()));
        for (var iri : nothing) findings.addAll(meaningless(iri));
        for (var violation : violations)
            if (!isOfNothing(violation) && !follows(violation)) findings.add(finding(violation));
        findings.removeIf(f -> told.stream().anyMatch(t -> t.isAt(f.file(), f.line())));
        return findings;
    }

    private static boolean isOfNothing(Violation violation) {
        return violation.message().endsWith(" but described nowhere.");
    }

    private static String full(String shortForm) {
        return Prefixes.expand(shortForm).orElse(shortForm);
    }

    private boolean follows(Violation violation) {
        if (nothing.contains(full(violation.value()))) return true;
        if (nothing.contains(full(violation.focus()))) return true;
        if (OURS.matcher(violation.message()).results().anyMatch(m -> nothing.contains(m.group(1))))
            return true;
        var focus = NodeFactory.createURI(full(violation.focus()));
        var property = NodeFactory.createURI(full(violation.path()));
        return stated.find(focus, property, Node.ANY)
                .filterKeep(t -> t.getObject().isURI() && nothing.contains(t.getObject().getURI()))
                .hasNext();
    }

    private List<Finding> meaningless(String iri) {
        var name = iri.startsWith(Prefixes.BASE) ? iri.substring(Prefixes.BASE.length()) : iri;
        var what = "'" + name + "' is the name of nothing";
        var hint = near(name);
        var inNames = places.meant(iri);
        if (inNames.isPresent())
            return List.of(at(inNames.get(), inNames.get().cell(name), what, hint));
        var users = users(iri);
        var local = name.substring(name.indexOf('/') + 1);
        var saying = users.stream().filter(p -> p.cells().isEmpty() || p.cell(local) > 0).toList();
        var told = saying.isEmpty() ? users.stream().limit(1).toList() : saying;
        if (told.isEmpty()) return List.of(new Finding("", 0, 0, what, hint));
        return told.stream().map(p -> at(p, p.cell(local), what, hint)).toList();
    }

    private List<Places.Place> users(String iri) {
        return stated.find(Node.ANY, Node.ANY, NodeFactory.createURI(iri)).toList().stream()
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .flatMap(subject -> places.described(subject.getURI()).stream())
                .distinct()
                .toList();
    }

    private String near(String name) {
        var kind = Prefixes.BASE + name.substring(0, name.indexOf('/') + 1);
        var known = new HashSet<String>();
        stated.find()
                .forEachRemaining(t -> {
                    if (t.getSubject().isURI() && t.getSubject().getURI().startsWith(kind))
                        known.add(t.getSubject().getURI().substring(kind.length()));
                });
        return Similarity.nearest(name.substring(name.indexOf('/') + 1), known)
                .map(near ->
                        "Did you mean " + near + "? Else describe it: each name needs a thing.")
                .orElse("Describe it, or name something that is described.");
    }

    private Finding finding(Violation violation) {
        var words = words(violation);
        return Stream.concat(
                        OURS.matcher(violation.message()).results().map(m -> m.group(1)),
                        Stream.of(full(violation.focus()), full(violation.value())))
                .flatMap(iri -> places.described(iri).stream())
                .min(Comparator.comparing(p -> p.cells().isEmpty()))
                .map(p -> at(p, p.cell(bare(violation.value())), words, ""))
                .orElseGet(() -> new Finding("", 0, 0, words, ""));
    }

    private static String bare(String value) {
        return value.replaceAll("^\"|\"$", "");
    }

    private static String words(Violation violation) {
        var thing =
                Stream.of(violation.focus(), violation.path(), violation.value())
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .reduce((a, b) -> a + " " + b);
        var message = OURS.matcher(violation.message()).replaceAll(Breaches::shortened);
        return thing.map(t -> t + ": ").orElse("") + message;
    }

    private static String shortened(MatchResult found) {
        return Matcher.quoteReplacement(
                Optional.of(found.group(1)).flatMap(Prefixes::shorten).orElse(found.group()));
    }

    private static Finding at(Places.Place place, int cell, String what, String hint) {
        return new Finding(place.file(), place.line(), cell, what, hint);
    }
}
