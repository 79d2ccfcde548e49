package org.modelgraph.http.fragments;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

import java.util.Map;

/**
 * What a page says of itself: how many triples match, where the pages before and behind are, and
 * how to ask for other patterns, in the words of Hydra and VoID (Triple Pattern Fragments §3).
 */
final class Controls {
    /** The address of fragments with its parameters (RFC 6570). */
    static final String TEMPLATE = "/fragments{?subject,predicate,object}";

    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final Map<String, String> MAPPINGS =
            Map.of(
                    "subject", RDF.subject.getURI(),
                    "predicate", RDF.predicate.getURI(),
                    "object", RDF.object.getURI());

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final String base;
    private final Node dataset;
    private final Node page;

    private Controls(String base, String address) {
        this.base = base;
        dataset = NodeFactory.createURI(base + "/fragments#dataset");
        page = NodeFactory.createURI(address);
    }

    /**
     * The controls of a page.
     *
     * @param base the address of the server
     * @param address the address of the page, letter by letter as it was asked for
     */
    static Graph of(Fragment fragment, Addressing addressing, String base, String address) {
        var controls = new Controls(base, address);
        controls.describe(fragment);
        controls.search();
        controls.turn(fragment, addressing);
        return controls.graph;
    }

    /** Says which graph of an answer holds the controls. */
    static Triple about(Node metadata, String address) {
        return Triple.create(
                metadata,
                NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic"),
                NodeFactory.createURI(address));
    }

    private void describe(Fragment fragment) {
        add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        add(dataset, RDF.type.asNode(), hydra("Collection"));
        add(dataset, hydra("member"), dataset);
        add(dataset, VOID.subset.asNode(), page);
        add(dataset, RDFS.seeAlso.asNode(), NodeFactory.createURI(base + "/.well-known/void"));
        add(page, RDF.type.asNode(), hydra("PartialCollectionView"));
        add(page, VOID.subset.asNode(), page);
        add(page, DCTerms.source.asNode(), dataset);
        add(page, hydra("totalItems"), NodeFactoryExtra.intToNode(fragment.count()));
        add(page, VOID.triples.asNode(), NodeFactoryExtra.intToNode(fragment.count()));
        add(page, hydra("itemsPerPage"), NodeFactoryExtra.intToNode(Fragment.SIZE));
    }

    private void search() {
        var search = NodeFactory.createBlankNode();
        add(dataset, hydra("search"), search);
        add(search, hydra("template"), NodeFactory.createLiteralString(base + TEMPLATE));
        add(search, hydra("variableRepresentation"), hydra("ExplicitRepresentation"));
        MAPPINGS.forEach((variable, property) -> {
            var mapping = NodeFactory.createBlankNode();
            add(search, hydra("mapping"), mapping);
            add(mapping, hydra("variable"), NodeFactory.createLiteralString(variable));
            add(mapping, hydra("property"), NodeFactory.createURI(property));
        });
    }

    private void turn(Fragment fragment, Addressing addressing) {
        add(page, hydra("first"), NodeFactory.createURI(addressing.page(1)));
        if (fragment.page() > 1)
            add(
                    page,
                    hydra("previous"),
                    NodeFactory.createURI(addressing.page(fragment.page() - 1)));
        if (fragment.hasNext())
            add(page, hydra("next"), NodeFactory.createURI(addressing.page(fragment.page() + 1)));
    }

    private void add(Node subject, Node property, Node value) {
        graph.add(Triple.create(subject, property, value));
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
