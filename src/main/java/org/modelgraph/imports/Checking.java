package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Conformance;
import org.modelgraph.ingest.format.Finding;
import org.modelgraph.ingest.format.Minting;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks findings against the shapes without the whole graph: together with the terms of the
 * ontology and with what is said of the things that the findings mention. The shapes look no
 * further than that.
 */
final class Checking {
    private static final Pattern IRI =
            Pattern.compile("https://w3id\\.org/modelgraph/[A-Za-z0-9./-]*[A-Za-z0-9]");

    private final Conformance conformance;
    private final Graph terms;
    private final Graph bundled;
    private final Graph stored;

    /**
     * A check beside a store.
     *
     * @param stored all that the store holds
     */
    Checking(Terminology terminology, Graph stored) {
        this.conformance = new Conformance(terminology.shapes());
        this.terms = terminology.terms();
        this.bundled = terminology.vocabulary();
        this.stored = stored;
    }

    /** What is wrong with each of the findings that something is wrong with. */
    Map<Finding, List<String>> violations(List<Finding> findings) {
        var wrong = new LinkedHashMap<Finding, List<String>>();
        if (findings.isEmpty()) return wrong;
        var subjects = subjects(findings);
        for (var violation : violations(findings, subjects.keySet())) {
            var blamed = new HashSet<Finding>();
            for (var name : mentioned(violation))
                blamed.addAll(subjects.getOrDefault(name, Set.of()));
            for (var finding : blamed)
                wrong.computeIfAbsent(finding, _ -> new ArrayList<>()).add(violation.toString());
        }
        return wrong;
    }

    /** What is wrong with the findings, and not with what is stored without them. */
    private List<Conformance.Violation> violations(List<Finding> findings, Set<String> subjects) {
        var described = described(findings, subjects);
        var known = new Union(described, terms);
        var said = findings.stream().flatMap(f -> f.triples().stream()).toList();
        var violations = conformance.brought(known, said);
        if (violations.isEmpty()) return violations;
        said.stream()
                .filter(t -> !isReplaced(t.getSubject(), subjects) && stored.contains(t))
                .forEach(described::add);
        return conformance.brought(known, said);
    }

    /** The names of the findings' subjects, each with the findings that say something of it. */
    private static Map<String, Set<Finding>> subjects(List<Finding> findings) {
        var subjects = new HashMap<String, Set<Finding>>();
        for (var finding : findings)
            for (var triple : finding.triples())
                subjects.computeIfAbsent(triple.getSubject().toString(), _ -> new HashSet<>())
                        .add(finding);
        return subjects;
    }

    /** What is said of the things that the findings mention, and don't describe anew. */
    private Graph described(List<Finding> findings, Set<String> subjects) {
        var graph = GraphFactory.createDefaultGraph();
        var described = new HashSet<Node>();
        for (var finding : findings)
            for (var triple : finding.triples())
                for (var node : List.of(triple.getSubject(), triple.getObject()))
                    if (!isReplaced(node, subjects)) describe(node, described, graph);
        return graph;
    }

    /** True for a source or graph of which the findings say anew what it is. */
    private static boolean isReplaced(Node node, Set<String> subjects) {
        return node.isURI()
                && (node.getURI().startsWith(Prefixes.BASE + "source/")
                        || node.getURI().startsWith(Prefixes.BASE + "graph/")
                        || Minting.ofOneFile(node))
                && subjects.contains(node.getURI());
    }

    private void describe(Node node, Set<Node> described, Graph graph) {
        if (!node.isURI() || !node.getURI().startsWith(Prefixes.BASE)) return;
        var local = node.getURI().substring(Prefixes.BASE.length());
        if (local.startsWith("claim/") || local.startsWith("passage/") || !described.add(node))
            return;
        for (var place : List.of(stored, bundled))
            for (var triple : place.find(node, Node.ANY, Node.ANY).toList()) graph.add(triple);
    }

    private static List<String> mentioned(Conformance.Violation violation) {
        var names = new ArrayList<String>();
        for (var text : List.of(violation.focus(), violation.value())) {
            names.add(text);
            Prefixes.expand(text).ifPresent(names::add);
        }
        for (var word : violation.message().split("[\\s<>,]+"))
            Prefixes.expand(word).ifPresent(names::add);
        IRI.matcher(violation.message()).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
