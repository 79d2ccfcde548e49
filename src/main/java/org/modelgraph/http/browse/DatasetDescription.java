package org.modelgraph.http.browse;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.modelgraph.browse.Index;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.workbench.Census;

import java.util.List;

/** The dataset told to programs in the words of VoID and DCAT, with how many things there are. */
final class DatasetDescription {
    private static final String SITE = "https://w3id.org/modelgraph/";
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final String DQV = "http://www.w3.org/ns/dqv#";

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Node dataset = NodeFactory.createURI(SITE + "dataset");

    private DatasetDescription() {}

    /**
     * The description of one state of the store.
     *
     * @param census how often classes and properties occur, for who plans federated queries
     * @param base the address by which clients reach the server
     */
    static Graph of(Index index, Census census, String base) {
        var description = new DatasetDescription();
        description.describe(index, base);
        description.count(index);
        description.partition(census);
        return description.graph;
    }

    private void describe(Index index, String base) {
        add(RDF.type.asNode(), VOID.Dataset.asNode());
        add(RDF.type.asNode(), DCAT.Dataset.asNode());
        add(DCTerms.title.asNode(), NodeFactory.createLiteralLang("modelgraph", "en"));
        add(
                DCTerms.description.asNode(),
                NodeFactory.createLiteralLang(
                        "What is known about AI models, with the source of every statement.",
                        "en"));
        add(
                DCTerms.description.asNode(),
                NodeFactory.createLiteralLang("关于人工智能模型的已知事实，每条陈述均注明来源。", "zh"));
        add(DCTerms.license.asNode(), NodeFactory.createURI(LICENCE));
        add(
                NodeFactory.createURI("http://purl.org/dc/terms/hasVersion"),
                NodeFactory.createLiteralString(index.version().toString()));
        for (var language : List.of("en", "zh"))
            add(DCTerms.language.asNode(), NodeFactory.createLiteralString(language));
        add(VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(base + "/sparql"));
        add(RDFS.seeAlso.asNode(), NodeFactory.createURI(base + "/fragments"));
        add(VOID.openSearchDescription.asNode(), NodeFactory.createURI(base + "/opensearch.xml"));
        add(DCAT.landingPage.asNode(), NodeFactory.createURI(base + "/dataset"));
        add(VOID.uriSpace.asNode(), NodeFactory.createLiteralString(Prefixes.BASE));
        add(VOID.vocabulary.asNode(), NodeFactory.createURI(Prefixes.BASE + "ns"));
        add(VOID.exampleResource.asNode(), NodeFactory.createURI(Prefixes.BASE + "model/gpt-4"));
        add(VOID.triples.asNode(), number(index.triples()));
    }

    private void partition(Census census) {
        census.classes()
                .forEach((type, members) ->
                        part(
                                VOID.classPartition.asNode(),
                                VOID._class.asNode(),
                                type,
                                VOID.entities.asNode(),
                                members));
        census.properties()
                .forEach((property, statements) ->
                        part(
                                VOID.propertyPartition.asNode(),
                                VOID.property.asNode(),
                                property,
                                VOID.triples.asNode(),
                                statements));
        add(VOID.classes.asNode(), number(census.classes().size()));
        add(VOID.properties.asNode(), number(census.properties().size()));
    }

    private void part(Node kind, Node by, String iri, Node measure, int count) {
        var partition = NodeFactory.createBlankNode();
        add(kind, partition);
        graph.add(Triple.create(partition, by, NodeFactory.createURI(iri)));
        graph.add(Triple.create(partition, measure, number(count)));
    }

    private void count(Index index) {
        var entities = 0L;
        for (var kind : Kind.values())
            entities += kind.type().map(type -> index.members(type).size()).orElse(0);
        add(VOID.entities.asNode(), number(entities));
        var names = index.names();
        var both =
                names.iris().stream()
                        .filter(iri ->
                                names.labels(iri).stream().anyMatch(w -> w.language().equals("zh")))
                        .count();
        var measurement = NodeFactory.createBlankNode();
        add(NodeFactory.createURI(DQV + "hasQualityMeasurement"), measurement);
        graph.add(
                Triple.create(
                        measurement,
                        RDF.type.asNode(),
                        NodeFactory.createURI(DQV + "QualityMeasurement")));
        graph.add(
                Triple.create(
                        measurement,
                        DCTerms.description.asNode(),
                        NodeFactory.createLiteralLang(
                                "share of labelled things that have a Chinese label", "en")));
        graph.add(
                Triple.create(
                        measurement,
                        NodeFactory.createURI(DQV + "value"),
                        NodeFactory.createLiteralDT(
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%.3f",
                                        (double) both / Math.max(1, names.iris().size())),
                                org.apache.jena.datatypes.xsd.XSDDatatype.XSDdecimal)));
    }

    private void add(Node property, Node value) {
        graph.add(Triple.create(dataset, property, value));
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(
                String.valueOf(number), org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger);
    }
}
