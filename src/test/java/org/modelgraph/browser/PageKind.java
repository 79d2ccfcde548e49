package org.modelgraph.browser;

import static org.modelgraph.protocol.Client.encoded;

import java.util.List;

/**
 * A kind of page, with the address of one.
 *
 * @param name for the report and the screenshots
 */
record PageKind(String name, String path) {
    /** One page of each kind; a new kind of page is a new line here. */
    static final List<PageKind> ALL =
            List.of(
                    new PageKind("home", "/"),
                    new PageKind("list", "/models"),
                    new PageKind("narrowed list", "/limitations?sort=-claims"),
                    new PageKind("list of sources", "/sources"),
                    new PageKind("model", "/model/gpt-4"),
                    new PageKind("benchmark", "/benchmark/mmlu"),
                    new PageKind("limitation", "/limitation/hallucination"),
                    new PageKind("technique", "/technique/rlhf"),
                    new PageKind("risk", "/risk/misinformation"),
                    new PageKind("mitigation", "/mitigation/grounding"),
                    new PageKind("organization", "/organization/openai"),
                    new PageKind("document", "/source/seed"),
                    new PageKind("claim", "/claim/gpt-4-technical-report-factuality-improved"),
                    new PageKind("comparison", "/compare?m=gpt-4,gpt-3.5"),
                    new PageKind("comparison to be made", "/compare"),
                    new PageKind("map", "/map/limitations"),
                    new PageKind("timeline", "/timeline"),
                    new PageKind("sources compared", "/sources/compare"),
                    new PageKind("ontology", "/ontology"),
                    new PageKind("data set", "/dataset"),
                    new PageKind("dumps", "/dumps"),
                    new PageKind("changes", "/changes"),
                    new PageKind("change", "/changes/1"),
                    new PageKind("help", "/help"),
                    new PageKind("status", "/status"),
                    new PageKind(
                            "thing of others",
                            "/describe?iri=" + encoded("https://w3id.org/airo#AIModel")),
                    new PageKind("term", "/ns/Model"),
                    new PageKind("search", "/search?q=halluc"),
                    new PageKind("empty search", "/search?q=zzzz"),
                    new PageKind("questions", "/queries"),
                    new PageKind("question", "/queries/results/exam-results"),
                    new PageKind("workbench", "/sparql"),
                    new PageKind(
                            "rows",
                            "/sparql?query="
                                    + encoded(
                                            "PREFIX mg: <https://w3id.org/modelgraph/ns/>\n"
                                                    + "SELECT ?model ?developer WHERE { ?model"
                                                    + " mg:developedBy ?developer } LIMIT 20")),
                    new PageKind("truth", "/sparql?query=" + encoded("ASK { ?s ?p ?o }")),
                    new PageKind(
                            "triples",
                            "/sparql?query="
                                    + encoded(
                                            "DESCRIBE <https://w3id.org/modelgraph/model/gpt-4>")),
                    new PageKind("problem", "/sparql?query=" + encoded("SELECT * WHER { }")),
                    new PageKind("missing", "/model/nothing-at-all"));

    @Override
    public String toString() {
        return name;
    }
}
