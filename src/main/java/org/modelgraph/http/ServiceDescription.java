package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.function.Functions;

import java.util.Arrays;

/**
 * What the endpoints say of themselves, in the terms of SPARQL 1.1 Service Description: one service
 * for queries, and one for updates where there are writers.
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String SCHEMA = "https://schema.org/";
    private static final String SIMPLE = "http://www.w3.org/ns/entailment/Simple";

    private final Model model = ModelFactory.createDefaultModel();
    private final Resource dataset;
    private final String base;

    private ServiceDescription(String base) {
        this.base = base;
        this.dataset = model.createResource(base + "/sparql#dataset");
    }

    /**
     * The description for a client that reaches the server at an address.
     *
     * @param takesUpdates whether somebody may write
     * @param limits what is limited here; each is told as schema:PropertyValue
     */
    static Graph of(Site site, String base, boolean takesUpdates, Limits limits) {
        var description = new ServiceDescription(base);
        description.query(site.store().defaultGraph());
        description.limits(limits);
        if (!limits.servers().isEmpty()) description.federation();
        if (takesUpdates) description.update();
        description.dataset(site.graphSizes(), site.store().defaultGraph());
        return description.model.getGraph();
    }

    private Resource service(String path) {
        return typed(model.createResource(base + path + "#service"), "Service")
                .addProperty(sd("endpoint"), model.createResource(base + path))
                .addProperty(sd("defaultDataset"), dataset)
                .addProperty(sd("defaultEntailmentRegime"), model.createResource(SIMPLE));
    }

    private void query(DefaultGraph defaultGraph) {
        var service = service("/sparql");
        service.addProperty(sd("supportedLanguage"), term("SPARQL10Query"))
                .addProperty(sd("supportedLanguage"), term("SPARQL11Query"));
        formats()
                .forEach(iri -> service.addProperty(sd("resultFormat"), model.createResource(iri)));
        Functions.aggregates()
                .forEach(iri ->
                        service.addProperty(
                                sd("extensionAggregate"),
                                typed(model.createResource(iri), "Aggregate")));
        if (defaultGraph == DefaultGraph.UNION)
            service.addProperty(sd("feature"), term("UnionDefaultGraph"));
    }

    private void limits(Limits limits) {
        var service = model.createResource(base + "/sparql#service");
        service.addProperty(RDFS.seeAlso, model.createResource(base + "/limits"));
        limits.numbers()
                .forEach((name, most) ->
                        service.addProperty(
                                schema("additionalProperty"),
                                model.createResource(schema("PropertyValue"))
                                        .addProperty(schema("propertyID"), name)
                                        .addLiteral(schema("maxValue"), most)));
    }

    private void federation() {
        model.createResource(base + "/sparql#service")
                .addProperty(sd("feature"), term("BasicFederatedQuery"));
    }

    private Property schema(String name) {
        return model.createProperty(SCHEMA + name);
    }

    private static java.util.stream.Stream<String> formats() {
        return Arrays.stream(Format.values()).flatMap(f -> f.iri().stream());
    }

    private void update() {
        var service = service("/update");
        service.addProperty(sd("supportedLanguage"), term("SPARQL11Update"));
        Arrays.stream(Format.values())
                .filter(Format::isGraph)
                .flatMap(f -> f.iri().stream())
                .forEach(iri -> service.addProperty(sd("inputFormat"), model.createResource(iri)));
    }

    private void dataset(GraphSizes sizes, DefaultGraph defaultGraph) {
        var all = defaultGraph == DefaultGraph.UNION ? sizes.together() : sizes.ofDefaultGraph();
        typed(dataset, "Dataset").addProperty(sd("defaultGraph"), graph(all));
        sizes.named()
                .forEach((name, size) ->
                        dataset.addProperty(
                                sd("namedGraph"),
                                typed(model.createResource(), "NamedGraph")
                                        .addProperty(sd("name"), model.createResource(name))
                                        .addProperty(sd("graph"), graph(size))));
    }

    private Resource graph(long size) {
        var graph = typed(model.createResource(), "Graph");
        return size < 0 ? graph : graph.addLiteral(VOID.triples, size);
    }

    private Resource typed(Resource resource, String type) {
        return resource.addProperty(RDF.type, term(type));
    }

    private Property sd(String name) {
        return model.createProperty(SD + name);
    }

    private Resource term(String name) {
        return model.createResource(SD + name);
    }
}
