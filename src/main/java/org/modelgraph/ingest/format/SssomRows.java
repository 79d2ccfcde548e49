package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.NormalName;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of one mapping set. */
final class SssomRows {
    /** The prefixes that the specification builds in. */
    static final Map<String, String> BUILT_IN =
            Map.of(
                    "owl", "http://www.w3.org/2002/07/owl#",
                    "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                    "semapv", "https://w3id.org/semapv/vocab/",
                    "skos", "http://www.w3.org/2004/02/skos/core#",
                    "sssom", "https://w3id.org/sssom/");

    private static final Map<String, Node> LITERALS =
            Map.of(
                    "subject_label", sssom("subject_label"),
                    "object_label", sssom("object_label"),
                    "comment", RDFS.comment.asNode());

    private final String file;
    private final Datum meta;
    private final List<String> header;
    private final Intake intake;
    private final Set<String> seen = new HashSet<>();

    SssomRows(String file, Datum meta, List<String> header, Intake intake) {
        this.file = file;
        this.meta = meta;
        this.header = header;
        this.intake = intake;
    }

    static Node sssom(String name) {
        return NodeFactory.createURI("https://w3id.org/sssom/" + name);
    }

    void take(int line, List<String> cells) {
        if (cells.size() > header.size()) {
            intake.leaveAside(line, "the row has more cells than the header");
            return;
        }
        var nodes = new ArrayList<Node>();
        for (var column :
                List.of("subject_id", "predicate_id", "object_id", "mapping_justification")) {
            var given = cell(cells, column);
            var node = SssomFormat.iri(meta, given);
            if (node.isEmpty() || given.equals("sssom:NoTermFound")) {
                intake.leaveAside(
                        line,
                        column
                                + " is “"
                                + given
                                + "”: "
                                + (given.isEmpty()
                                        ? "nothing"
                                        : "no IRI, and no prefix of the curie_map of " + file));
                return;
            }
            nodes.add(node.get());
        }
        var key = NormalName.hash(nodes + cell(cells, "predicate_modifier")).substring(0, 12);
        if (!seen.add(key)) {
            intake.leaveAside(line, "the same mapping with the same justification stands above");
            return;
        }
        intake.take(new Finding(line, "row", true, triples(line, cells, nodes, key)));
    }

    private String cell(List<String> cells, String column) {
        var at = header.indexOf(column);
        return at < 0 ? "" : cells.get(at);
    }

    private List<Triple> triples(int line, List<String> cells, List<Node> nodes, String key) {
        var mapping = Vocabulary.thing("mapping/" + intake.sourceName() + "-" + key);
        var set = Vocabulary.thing("mapping/" + intake.sourceName());
        var triples = new ArrayList<Triple>();
        var negated = cell(cells, "predicate_modifier").equalsIgnoreCase("not");
        if (!negated) triples.add(Triple.create(nodes.get(0), nodes.get(1), nodes.get(2)));
        else
            triples.add(
                    Triple.create(mapping, sssom("predicate_modifier"), Vocabulary.plain("Not")));
        triples.add(Triple.create(mapping, RDF.type.asNode(), sssom("Mapping")));
        triples.add(Triple.create(mapping, DCTerms.isPartOf.asNode(), set));
        triples.add(Triple.create(mapping, OWL2.annotatedSource.asNode(), nodes.get(0)));
        triples.add(Triple.create(mapping, OWL2.annotatedProperty.asNode(), nodes.get(1)));
        triples.add(Triple.create(mapping, OWL2.annotatedTarget.asNode(), nodes.get(2)));
        triples.add(Triple.create(mapping, sssom("mapping_justification"), nodes.get(3)));
        triples.add(
                Triple.create(
                        mapping, DCTerms.identifier.asNode(), Vocabulary.plain("line " + line)));
        LITERALS.forEach((column, property) -> {
            var text = cell(cells, column);
            if (!text.isBlank())
                triples.add(Triple.create(mapping, property, Vocabulary.english(text.strip())));
        });
        for (var column : List.of("confidence", "similarity_score"))
            PrintedNumber.of(cell(cells, column))
                    .ifPresent(number ->
                            triples.add(
                                    Triple.create(
                                            mapping,
                                            sssom(column),
                                            Vocabulary.typed(
                                                    PrintedNumber.decimal(number.value()),
                                                    XSDDatatype.XSDdecimal))));
        return triples;
    }
}
