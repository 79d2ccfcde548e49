package org.modelgraph.dumps;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.modelgraph.sparql.Prefixes;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The files that hold all of one version.
 *
 * @param version the version of the store
 * @param triples how many quads there are
 */
public record Dump(String version, long triples, List<File> files) {
    private static final String SPDX = "http://spdx.org/rdf/terms#";

    /**
     * A file.
     *
     * @param name its name, such as {@code modelgraph.nq.gz}
     * @param bytes its size
     * @param sha256 its SHA-256 in hexadecimal
     */
    public record File(Path path, String name, long bytes, String sha256) {
        /** The hash in Base64, as RFC 9530 writes it. */
        public String digest() {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        }
    }

    /** The hashes as {@code sha256sum --check} reads them. */
    public String sums() {
        return files.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The description of the dumps in VoID.
     *
     * @param whole the address of a path on this server
     */
    public Graph description(UnaryOperator<String> whole) {
        var graph = GraphFactory.createDefaultGraph();
        var dataset = NodeFactory.createURI(Prefixes.BASE + "dataset");
        add(graph, dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        add(
                graph,
                dataset,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang("modelgraph", "en"));
        add(graph, dataset, VOID.triples.asNode(), number(triples));
        add(graph, dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(Prefixes.BASE));
        add(graph, dataset, DCTerms.hasVersion.asNode(), NodeFactory.createLiteralString(version));
        add(
                graph,
                dataset,
                VOID.sparqlEndpoint.asNode(),
                NodeFactory.createURI(whole.apply("/sparql")));
        for (var file : files) {
            var address = NodeFactory.createURI(whole.apply("/dumps/" + file.name()));
            var checksum = NodeFactory.createBlankNode();
            add(graph, dataset, VOID.dataDump.asNode(), address);
            add(graph, address, DCTerms.extent.asNode(), number(file.bytes()));
            add(graph, address, NodeFactory.createURI(SPDX + "checksum"), checksum);
            add(
                    graph,
                    checksum,
                    NodeFactory.createURI(SPDX + "algorithm"),
                    NodeFactory.createURI(SPDX + "checksumAlgorithm_sha256"));
            add(
                    graph,
                    checksum,
                    NodeFactory.createURI(SPDX + "checksumValue"),
                    NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
        }
        return graph;
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    private static void add(Graph graph, Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
