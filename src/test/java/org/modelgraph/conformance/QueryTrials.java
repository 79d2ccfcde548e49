package org.modelgraph.conformance;

import static org.modelgraph.conformance.Request.FORM;
import static org.modelgraph.conformance.Request.QUERY;
import static org.modelgraph.conformance.Request.get;
import static org.modelgraph.conformance.Request.parameters;
import static org.modelgraph.conformance.Request.post;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The cases of the query operation (SPARQL 1.1 Protocol §2.1). */
final class QueryTrials {
    private static final String DEFAULT = "default-graph-uri";
    private static final String NAMED = "named-graph-uri";
    private static final String[] RDF_TYPES = {
        "text/turtle", "application/n-triples", "application/rdf+xml"
    };

    static final Map<String, ProtocolConformanceTest.Trial> ALL = new HashMap<>();

    static {
        ways();
        datasets();
        types();
        refusals();
    }

    private QueryTrials() {}

    /** A graph whose only triple says that its own name is a document. */
    static String graph(int number) {
        return "https://data.example/" + number;
    }

    private static DatasetGraph graphs() {
        var data = DatasetGraphFactory.createGeneral();
        for (var n = 1; n <= 3; n++) {
            var name = NodeFactory.createURI(graph(n));
            data.add(name, name, RDF.type.asNode(), NodeFactory.createURI("urn:x:Document"));
        }
        return data;
    }

    private static void add(String name, ProtocolConformanceTest.Trial trial) {
        ALL.put(
                name,
                desk -> {
                    desk.hold("protocol", QueryTrials::graphs);
                    trial.run(desk);
                });
    }

    /** §2.1.1 to §2.1.3. */
    private static void ways() {
        var ask = "ASK {}";
        add("query_get", d -> get("/sparql?" + parameters("query", ask)).says(d, true));
        add("query_post_form", d -> post("/sparql", FORM, parameters("query", ask)).says(d, true));
        add("query_post_direct", d -> post("/sparql", QUERY, ask).says(d, true));
    }

    /** §2.1.4: the dataset of the request stands above that of the query. */
    private static void datasets() {
        var both = "ASK { <" + graph(1) + "> a ?t . <" + graph(2) + "> a ?t }";
        var apart =
                "ASK { GRAPH ?g { <" + graph(1) + "> a ?t } GRAPH ?h { <" + graph(2) + "> a ?t } }";
        var full = apart.replace("ASK {", "ASK { <" + graph(3) + "> a ?t .");
        var two = parameters(DEFAULT, graph(1), DEFAULT, graph(2));
        var named = parameters(NAMED, graph(1), NAMED, graph(2));
        add(
                "query_dataset_default_graphs_get",
                d -> get("/sparql?" + two + "&" + parameters("query", both)).says(d, true));
        add(
                "query_dataset_default_graphs_post",
                d -> {
                    post("/sparql?" + two, QUERY, both).says(d, true);
                    post("/sparql?" + parameters(DEFAULT, graph(1)), QUERY, both).says(d, false);
                });
        add(
                "query_dataset_named_graphs_get",
                d -> get("/sparql?" + named + "&" + parameters("query", apart)).says(d, true));
        add(
                "query_dataset_named_graphs_post",
                d -> {
                    post("/sparql?" + named, QUERY, apart).says(d, true);
                    post("/sparql", FORM, named + "&" + parameters("query", apart)).says(d, true);
                    post("/sparql?" + parameters(NAMED, graph(1)), QUERY, apart).says(d, false);
                });
        add(
                "query_dataset_full",
                d ->
                        post("/sparql?" + parameters(DEFAULT, graph(3)) + "&" + named, QUERY, full)
                                .says(d, true));
        add(
                "query_multiple_dataset",
                d -> {
                    var other = apart.replace("ASK {", "ASK FROM <" + graph(3) + "> {");
                    post("/sparql?" + named, QUERY, other).says(d, true);
                    var third = "ASK FROM <" + graph(3) + "> { <" + graph(3) + "> a ?t }";
                    post("/sparql?" + named, QUERY, third).says(d, false);
                });
    }

    /** §2.1.5 and §2.1.6. */
    private static void types() {
        add(
                "query_content_type_select",
                d ->
                        post("/sparql", QUERY, "SELECT (1 AS ?value) {}")
                                .comesAs(
                                        d,
                                        "application/sparql-results+json",
                                        "application/sparql-results+xml",
                                        "text/csv",
                                        "text/tab-separated-values"));
        add(
                "query_content_type_ask",
                d ->
                        post("/sparql", QUERY, "ASK {}")
                                .comesAs(
                                        d,
                                        "application/sparql-results+json",
                                        "application/sparql-results+xml"));
        add(
                "query_content_type_describe",
                d -> post("/sparql", QUERY, "DESCRIBE <" + graph(1) + ">").comesAs(d, RDF_TYPES));
        add(
                "query_content_type_construct",
                d ->
                        post("/sparql", QUERY, "CONSTRUCT { <urn:s> <urn:p> 1 } {}")
                                .comesAs(d, RDF_TYPES));
    }

    /** §2.1: what the operation forbids; §2.1.6: 400 for a text that can't be read. */
    private static void refusals() {
        var ask = parameters("query", "ASK {}");
        add("bad_query_method", d -> get("/sparql?" + ask).by("PUT").isRefused(d, 405));
        add("bad_multiple_queries", d -> get("/sparql?" + ask + "&" + ask).isRefused(d, 400));
        add(
                "bad_query_wrong_media_type",
                d -> post("/sparql", "text/plain", "ASK {}").isRefused(d, 415));
        add("bad_query_missing_form_type", d -> post("/sparql", "", ask).isRefused(d, 415));
        add("bad_query_missing_direct_type", d -> post("/sparql", "", "ASK {}").isRefused(d, 415));
        add(
                "bad_query_non_utf8",
                d ->
                        post("/sparql", QUERY + "; charset=UTF-16", "ASK {}")
                                .in(StandardCharsets.UTF_16)
                                .isRefused(d, 415));
        add("bad_query_syntax", d -> get("/sparql?query=ASK%20%7B").isRefused(d, 400));
    }
}
