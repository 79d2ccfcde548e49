package org.modelgraph.export;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims on a thing as reifiers of RDF 1.2: each claim reifies the plain statement that follows
 * from it, whether or not the graph asserts the statement.
 */
final class ReifiedExport {
    private static final Node REIFIES =
            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");

    /** The class of a claim to the property of its object and the property that it sets. */
    private static final Map<String, List<String>> STATEMENTS =
            Map.of(
                    "EvaluationResult", List.of("benchmark", "evaluatedOn"),
                    "TechniqueApplication", List.of("technique", "appliesTechnique"),
                    "MitigationApplication", List.of("mitigation", "appliesMitigation"),
                    "DisclosureStatement", List.of("item", "withholds"));

    private static final Map<String, String> ISSUES =
            Map.of("limitation", "hasLimitation", "risk", "hasRisk", "challenge", "hasChallenge");

    private ReifiedExport() {}

    static DatasetGraph quads(Knowledge knowledge, Node node) {
        var told = Neighbourhood.of(knowledge, node);
        var claims =
                told.find(Node.ANY, Knowledge.term("about"), Node.ANY)
                        .mapWith(Triple::getSubject)
                        .toList();
        for (var claim : claims)
            statement(told, claim)
                    .ifPresent(s ->
                            told.add(
                                    Triple.create(
                                            claim, REIFIES, NodeFactory.createTripleTerm(s))));
        var out = DatasetGraphFactory.wrap(told);
        Prefixes.map().forEach(out.prefixes()::add);
        return out;
    }

    /** The plain statement that a claim makes, where our terms have one. */
    private static Optional<Triple> statement(Graph told, Node claim) {
        var subject = object(told, claim, "about");
        if (subject.isEmpty()) return Optional.empty();
        if (isA(told, claim, "AttributeClaim"))
            return object(told, claim, "attribute")
                    .flatMap(attribute ->
                            object(told, claim, "attributeResource")
                                    .or(() -> object(told, claim, "attributeLiteral"))
                                    .map(value -> Triple.create(subject.get(), attribute, value)));
        if (isA(told, claim, "IssueFinding"))
            return object(told, claim, "issue")
                    .flatMap(issue ->
                            Optional.ofNullable(ISSUES.get(kind(issue)))
                                    .map(property ->
                                            Triple.create(
                                                    subject.get(),
                                                    Knowledge.term(property),
                                                    issue)));
        return STATEMENTS.entrySet().stream()
                .filter(entry -> isA(told, claim, entry.getKey()))
                .filter(entry ->
                        !entry.getKey().equals("DisclosureStatement") || isWithheld(told, claim))
                .flatMap(entry ->
                        object(told, claim, entry.getValue().getFirst())
                                .map(value ->
                                        Triple.create(
                                                subject.get(),
                                                Knowledge.term(entry.getValue().getLast()),
                                                value))
                                .stream())
                .findFirst();
    }

    private static boolean isWithheld(Graph told, Node claim) {
        return object(told, claim, "disclosureStatus")
                .filter(status -> status.toString().endsWith("/withheld"))
                .isPresent();
    }

    private static String kind(Node issue) {
        return issue.toString().replace(Prefixes.BASE, "").replaceFirst("/.*$", "");
    }

    private static boolean isA(Graph told, Node claim, String className) {
        return told.contains(claim, RDF.type.asNode(), Knowledge.term(className));
    }

    private static Optional<Node> object(Graph told, Node claim, String property) {
        return told
                .find(claim, Knowledge.term(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .stream()
                .findFirst();
    }
}
