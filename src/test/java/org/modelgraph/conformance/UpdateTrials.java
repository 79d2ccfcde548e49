package org.modelgraph.conformance;

import static org.modelgraph.conformance.QueryTrials.graph;
import static org.modelgraph.conformance.Request.FORM;
import static org.modelgraph.conformance.Request.QUERY;
import static org.modelgraph.conformance.Request.UPDATE;
import static org.modelgraph.conformance.Request.get;
import static org.modelgraph.conformance.Request.parameters;
import static org.modelgraph.conformance.Request.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The cases of the update operation (SPARQL 1.1 Protocol §2.2). */
final class UpdateTrials {
    private static final String USING = "using-graph-uri";
    private static final String USING_NAMED = "using-named-graph-uri";
    private static final String INSERT = "INSERT DATA { <urn:s> <urn:p> 1 }";

    static final Map<String, ProtocolConformanceTest.Trial> ALL = new HashMap<>();

    static {
        ways();
        datasets();
        refusals();
    }

    private UpdateTrials() {}

    private static void add(String name, ProtocolConformanceTest.Trial trial) {
        ALL.put(
                name,
                desk -> {
                    desk.clear();
                    trial.run(desk);
                });
    }

    /** §2.2.1, §2.2.2 and §4: a relative IRI becomes one of ours. */
    private static void ways() {
        var inserted = post("/sparql", QUERY, "ASK { <urn:s> <urn:p> 1 }");
        add(
                "update_post_form",
                d -> {
                    post("/update", FORM, parameters("update", INSERT)).isDone(d);
                    inserted.says(d, true);
                });
        add(
                "update_post_direct",
                d -> {
                    post("/update", UPDATE, INSERT).isDone(d);
                    inserted.says(d, true);
                });
        add(
                "update_base_uri",
                d -> {
                    post("/update", UPDATE, "INSERT DATA { <urn:s> <urn:p> <test> }").isDone(d);
                    post(
                                    "/sparql",
                                    QUERY,
                                    "ASK { <urn:s> <urn:p> <https://w3id.org/modelgraph/test> }")
                            .says(d, true);
                });
    }

    /** Three graphs as those of the queries, and what is found in some of them is noted. */
    private static String noting(String pattern) {
        var graphs = new StringBuilder("INSERT DATA {");
        for (var n = 1; n <= 3; n++)
            graphs.append(" GRAPH <%s> { <%s> a <urn:x:Document> }".formatted(graph(n), graph(n)));
        return graphs
                + " } ; INSERT { GRAPH <urn:notes> { ?s a <urn:x:Noted> } } WHERE { "
                + pattern
                + " }";
    }

    /** Updates as said and asks which of the graphs were noted. */
    private static void note(Desk desk, String parameters, String pattern, boolean... noted)
            throws Exception {
        desk.clear();
        post("/update?" + parameters, UPDATE, noting(pattern)).isDone(desk);
        for (var n = 1; n <= 3; n++)
            post(
                            "/sparql",
                            QUERY,
                            "ASK { GRAPH <urn:notes> { <" + graph(n) + "> a <urn:x:Noted> } }")
                    .says(desk, noted[n - 1]);
    }

    /** §2.2.3. */
    private static void datasets() {
        var plain = "?s a <urn:x:Document>";
        var named = "GRAPH ?g { ?s a <urn:x:Document> }";
        var two = parameters(USING, graph(1), USING, graph(2));
        add(
                "update_dataset_default_graph",
                d -> note(d, parameters(USING, graph(1)), plain, true, false, false));
        add("update_dataset_default_graphs", d -> note(d, two, plain, true, true, false));
        add(
                "update_dataset_named_graphs",
                d ->
                        note(
                                d,
                                parameters(USING_NAMED, graph(1), USING_NAMED, graph(2)),
                                named,
                                true,
                                true,
                                false));
        add(
                "update_dataset_full",
                d ->
                        note(
                                d,
                                parameters(USING, graph(1), USING_NAMED, graph(2)),
                                "{ " + plain + " } UNION { " + named + " }",
                                true,
                                true,
                                false));
    }

    /** §2.2: what the operation forbids. */
    private static void refusals() {
        var update = parameters("update", INSERT);
        add("bad_update_get", d -> get("/update?" + update).isRefused(d, 405));
        add(
                "bad_multiple_updates",
                d -> post("/update", FORM, update + "&" + update).isRefused(d, 400));
        add(
                "bad_update_wrong_media_type",
                d -> post("/update", "text/plain", INSERT).isRefused(d, 415));
        add("bad_update_missing_form_type", d -> post("/update", "", update).isRefused(d, 415));
        add(
                "bad_update_non_utf8",
                d ->
                        post("/update", UPDATE + "; charset=UTF-16", INSERT)
                                .in(StandardCharsets.UTF_16)
                                .isRefused(d, 415));
        add("bad_update_syntax", d -> post("/update", UPDATE, "INSERT DATA {").isRefused(d, 400));
        add("bad_update_dataset_conflict", UpdateTrials::conflict);
    }

    private static void conflict(Desk desk) throws Exception {
        for (var update :
                new String[] {
                    "DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }",
                    "DELETE { ?s ?p ?o } USING NAMED <urn:g> WHERE { GRAPH ?g { ?s ?p ?o } }",
                    "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"
                })
            for (var parameter : new String[] {USING, USING_NAMED})
                post("/update?" + parameters(parameter, graph(1)), UPDATE, update)
                        .isRefused(desk, 400);
    }
}
