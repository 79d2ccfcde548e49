package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.graph.DefaultGraph;

/** What the query endpoint says of itself, in the terms of SPARQL 1.1 Service Description. */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private static final String[] RESULT_FORMATS = {
        "SPARQL_Results_JSON",
        "SPARQL_Results_XML",
        "SPARQL_Results_CSV",
        "SPARQL_Results_TSV",
        "Turtle",
        "TriG",
        "N-Triples",
        "N-Quads",
        "JSON-LD",
        "RDF_XML"
    };

    private final Site site;
    private final String base;

    /** The description for a client that reaches the server at an address. */
    ServiceDescription(Site site, String base) {
        this.site = site;
        this.base = base;
    }

    Graph graph() {
        var model = ModelFactory.createDefaultModel();
        var endpoint = model.createResource(base + "/sparql");
        var service = model.createResource(base + "/sparql#service");
        service.addProperty(RDF.type, sd(model, "Service"))
                .addProperty(property(model, "endpoint"), endpoint)
                .addProperty(property(model, "supportedLanguage"), sd(model, "SPARQL11Query"))
                .addProperty(property(model, "defaultDataset"), dataset(model));
        for (var format : RESULT_FORMATS)
            service.addProperty(
                    property(model, "resultFormat"), model.createResource(FORMATS + format));
        if (site.store().defaultGraph() == DefaultGraph.UNION)
            service.addProperty(property(model, "feature"), sd(model, "UnionDefaultGraph"));
        return model.getGraph();
    }

    private org.apache.jena.rdf.model.Resource dataset(Model model) {
        var defaultGraph = model.createResource().addProperty(RDF.type, sd(model, "Graph"));
        var dataset =
                model.createResource(base + "/sparql#dataset")
                        .addProperty(RDF.type, sd(model, "Dataset"))
                        .addProperty(property(model, "defaultGraph"), defaultGraph);
        site.graphNames()
                .forEach(name ->
                        dataset.addProperty(
                                property(model, "namedGraph"),
                                model.createResource()
                                        .addProperty(RDF.type, sd(model, "NamedGraph"))
                                        .addProperty(
                                                property(model, "name"),
                                                model.createResource(name))));
        return dataset;
    }

    private static org.apache.jena.rdf.model.Property property(Model model, String name) {
        return model.createProperty(SD + name);
    }

    private static org.apache.jena.rdf.model.Resource sd(Model model, String name) {
        return model.createResource(SD + name);
    }
}
