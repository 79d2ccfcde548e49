package org.modelgraph.remote;

/** Remote stores that the contract was held against, and in what they differ. */
enum Engine {
    MODELGRAPH("Modelgraph", "yes", 404, 201, "1", "yes"),
    FUSEKI("Apache Jena Fuseki 6.0.0", "yes", 404, 201, "1", "yes"),
    RDF4J("Eclipse RDF4J Server 3.7.7", "no", 200, 204, "01", "yes"),
    VIRTUOSO("OpenLink Virtuoso 7.2.5", "no", 404, 201, "1", "no");

    private final String title;
    private final String tripleTerms;
    private final int absentGraph;
    private final int newGraph;
    private final String leadingZero;
    private final String tsv;

    Engine(
            String title,
            String tripleTerms,
            int absentGraph,
            int newGraph,
            String leadingZero,
            String tsv) {
        this.title = title;
        this.tripleTerms = tripleTerms;
        this.absentGraph = absentGraph;
        this.newGraph = newGraph;
        this.leadingZero = leadingZero;
        this.tsv = tsv;
    }

    boolean hasTripleTerms() {
        return tripleTerms.equals("yes");
    }

    boolean hasTsv() {
        return tsv.equals("yes");
    }

    /** The status of a graph that is not there. */
    int absentGraph() {
        return absentGraph;
    }

    /** The status of a write that makes a graph. */
    int newGraph() {
        return newGraph;
    }

    /** What becomes of the integer that was sent as 01. */
    String leadingZero() {
        return leadingZero;
    }

    /** The row of the documentation. */
    String row() {
        return "| %s | %s | %d%s | %d | `%s` | %s |"
                .formatted(
                        title,
                        tripleTerms,
                        absentGraph,
                        absentGraph == 200 ? ", empty" : "",
                        newGraph,
                        leadingZero,
                        tsv);
    }
}
