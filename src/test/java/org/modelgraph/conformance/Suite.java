package org.modelgraph.conformance;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A suite of test cases, by what it is about: the manifests that list them, and their types. */
@SuppressWarnings("ImmutableEnumChecker") // made by Set.of and List.of
enum Suite {
    QUERY_10("SPARQL 1.0 query", Set.of("QueryEvaluationTest"), Path.DATA_R2 + "evaluation.ttl"),
    QUERY_SYNTAX_10(
            "SPARQL 1.0 query syntax",
            Set.of("PositiveSyntaxTest", "NegativeSyntaxTest"),
            Path.DATA_R2 + "syntax.ttl"),
    QUERY_11("SPARQL 1.1 query", Set.of("QueryEvaluationTest"), Path.query()),
    QUERY_SYNTAX_11(
            "SPARQL 1.1 query syntax",
            Set.of("PositiveSyntaxTest11", "NegativeSyntaxTest11"),
            Path.query()),
    UPDATE_11("SPARQL 1.1 update", Set.of("UpdateEvaluationTest"), Path.update()),
    UPDATE_SYNTAX_11(
            "SPARQL 1.1 update syntax",
            Set.of("PositiveUpdateSyntaxTest11", "NegativeUpdateSyntaxTest11"),
            Path.update()),
    RESULTS_11(
            "SPARQL 1.1 results in JSON, CSV and TSV",
            Set.of("QueryEvaluationTest", "CSVResultFormatTest"),
            Path.w3c("csv-tsv-res", "json-res")),
    FEDERATED_SYNTAX_11(
            "SPARQL 1.1 federated query syntax",
            Set.of("PositiveSyntaxTest", "PositiveSyntaxTest11"),
            Path.w3c("syntax-fed")),
    PROTOCOL_11("SPARQL 1.1 protocol", Set.of("ProtocolTest"), Path.w3c("protocol")),
    DESCRIPTION_11(
            "SPARQL 1.1 service description",
            Set.of("ServiceDescriptionTest"),
            Path.w3c("service-description")),
    TURTLE(
            "RDF 1.1 Turtle",
            Set.of(
                    "TestTurtleEval",
                    "TestTurtleNegativeEval",
                    "TestTurtlePositiveSyntax",
                    "TestTurtleNegativeSyntax"),
            "testcases/turtle/tests-ttl-w3c-20170126/manifest.ttl"),
    TRIG(
            "RDF 1.1 TriG",
            Set.of(
                    "TestTrigEval",
                    "TestTrigNegativeEval",
                    "TestTrigPositiveSyntax",
                    "TestTrigNegativeSyntax"),
            "testcases/trig/manifest.ttl"),
    N_TRIPLES(
            "RDF 1.1 N-Triples",
            Set.of("TestNTriplesPositiveSyntax", "TestNTriplesNegativeSyntax"),
            "testcases/ntriples/manifest.ttl"),
    N_QUADS(
            "RDF 1.1 N-Quads",
            Set.of("TestNQuadsPositiveSyntax", "TestNQuadsNegativeSyntax"),
            "testcases/nquads/manifest.ttl"),
    RDF_XML(
            "RDF/XML",
            Set.of("PositiveParserTest", "NegativeParserTest"),
            "testcases/rdfxml/w3c-approved/Manifest.rdf");

    private final String title;
    private final Set<String> types;
    private final List<String> manifests;

    Suite(String title, Set<String> types, String... manifests) {
        this.title = title;
        this.types = types;
        this.manifests = List.of(manifests);
    }

    /** The name of the suite in the documentation. */
    String title() {
        return title;
    }

    boolean holds(String type) {
        return types.contains(type);
    }

    /** The paths of the manifests on the class path. */
    List<String> manifests() {
        return manifests;
    }

    private static final class Path {
        static final String DATA_R2 = "testcases-sparql-1.0-w3c/data-r2/manifest-";

        static String[] query() {
            return w3c(
                    "aggregates",
                    "bind",
                    "bindings",
                    "construct",
                    "exists",
                    "functions",
                    "grouping",
                    "negation",
                    "project-expression",
                    "property-path",
                    "subquery",
                    "syntax-query");
        }

        static String[] update() {
            return w3c(
                    "add",
                    "basic-update",
                    "clear",
                    "copy",
                    "delete-data",
                    "delete-insert",
                    "delete-where",
                    "delete",
                    "drop",
                    "move",
                    "syntax-update-1",
                    "syntax-update-2",
                    "update-silent");
        }

        static String[] w3c(String... folders) {
            return Stream.of(folders)
                    .map(folder -> "testcases-sparql-1.1-w3c/" + folder + "/manifest.ttl")
                    .toArray(String[]::new);
        }
    }
}
