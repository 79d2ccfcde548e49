package org.modelgraph.export;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mapping set, or a single mapping, in SSSOM/TSV; all IRIs in full, so that no prefix is needed.
 */
final class SssomExport {
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final List<String> COLUMNS =
            List.of(
                    "subject_id",
                    "subject_label",
                    "predicate_id",
                    "predicate_modifier",
                    "object_id",
                    "object_label",
                    "mapping_justification",
                    "confidence",
                    "comment");

    private SssomExport() {}

    static String text(Knowledge knowledge, Node node) {
        var set = knowledge.thing(node);
        var lines = new ArrayList<String>();
        lines.add("#mapping_set_id: " + set.iri());
        lines.add("#mapping_set_title: \"" + set.label().replace("\"", "'") + "\"");
        knowledge.objects(node, DCTerms.license.asNode()).stream()
                .findFirst()
                .ifPresent(licence -> lines.add("#license: " + licence));
        lines.add(String.join("\t", COLUMNS));
        for (var mapping : mappings(knowledge, node)) lines.add(row(knowledge, mapping));
        return String.join("\n", lines) + "\n";
    }

    private static List<Node> mappings(Knowledge knowledge, Node node) {
        var graph = knowledge.graph();
        if (graph.contains(node, RDF.type.asNode(), NodeFactory.createURI(SSSOM + "Mapping")))
            return List.of(node);
        return graph
                .find(Node.ANY, DCTerms.isPartOf.asNode(), node)
                .mapWith(Triple::getSubject)
                .filterKeep(m -> graph.contains(m, OWL2.annotatedSource.asNode(), Node.ANY))
                .toList()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static String row(Knowledge knowledge, Node mapping) {
        return String.join(
                "\t",
                iri(knowledge, mapping, OWL2.annotatedSource.asNode()),
                text(knowledge, mapping, sssom("subject_label"))
                        .or(() ->
                                knowledge.objects(mapping, OWL2.annotatedSource.asNode()).stream()
                                        .findFirst()
                                        .flatMap(s -> knowledge.label(s, "en")))
                        .orElse(""),
                iri(knowledge, mapping, OWL2.annotatedProperty.asNode()),
                text(knowledge, mapping, sssom("predicate_modifier")).orElse(""),
                iri(knowledge, mapping, OWL2.annotatedTarget.asNode()),
                text(knowledge, mapping, sssom("object_label")).orElse(""),
                iri(knowledge, mapping, sssom("mapping_justification")),
                text(knowledge, mapping, sssom("confidence")).orElse(""),
                text(knowledge, mapping, RDFS.comment.asNode()).orElse(""));
    }

    private static Node sssom(String name) {
        return NodeFactory.createURI(SSSOM + name);
    }

    private static String iri(Knowledge knowledge, Node mapping, Node property) {
        return knowledge.objects(mapping, property).stream()
                .findFirst()
                .map(Node::toString)
                .orElse("");
    }

    private static Optional<String> text(Knowledge knowledge, Node mapping, Node property) {
        return knowledge.objects(mapping, property).stream()
                .filter(Node::isLiteral)
                .map(o -> o.getLiteralLexicalForm().replaceAll("\\s+", " "))
                .findFirst();
    }
}
