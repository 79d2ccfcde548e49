package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.Document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What ROBOT says of the ontology: profile, consistency, report. ROBOT brings an old Jena and so
 * runs in a process of its own, from the class path that the Maven profile {@code quality} writes.
 */
class OwlTest {
    private static final Path CLASS_PATH = Path.of("target/robot.classpath");
    private static final Path REPORT_PROFILE =
            Path.of("src/test/resources/robot/report-profile.txt");

    @TempDir private Path directory;
    private Path ontology;

    @BeforeEach
    void writeTheModulesAsOneFile() {
        assumeTrue(Files.exists(CLASS_PATH), "ROBOT runs with mvn -Pquality only");
        ontology = directory.resolve("ontology.ttl");
        RDFWriter.source(modules()).format(RDFFormat.TURTLE).output(ontology.toString());
    }

    private static Graph modules() {
        var modules = GraphFactory.createDefaultGraph();
        Bundled.ONTOLOGY.documents().stream()
                .filter(d -> d.part() == Document.Part.ONTOLOGY)
                .forEach(d -> d.triples().find().forEachRemaining(modules::add));
        return modules;
    }

    @Test
    void theOntologyIsInOwl2DlAndInOwl2Rl() throws Exception {
        for (var profile : List.of("DL", "RL")) {
            var report = directory.resolve(profile + ".txt");
            var told =
                    robot("validate-profile", "--profile", profile, "--output", report.toString());
            assertThat(told.exitCode()).as(Files.readString(report)).isZero();
            assertThat(Files.readString(report))
                    .contains("Ontology and imports closure in profile");
        }
    }

    @Test
    void robotReadsAllOfIt() throws Exception {
        var figures = directory.resolve("figures.tsv");
        var told =
                robot(
                        "measure",
                        "--metrics",
                        "essential",
                        "--format",
                        "tsv",
                        "--output",
                        figures.toString());
        assertThat(told.exitCode()).as(told.output()).isZero();
        assertThat(Files.readString(figures))
                .contains("ontology_iri\thttps://w3id.org/modelgraph/ns\t")
                .contains("class_count\t" + declared(OWL2.Class.asNode()) + "\t")
                .contains("obj_property_count\t" + declared(OWL2.ObjectProperty.asNode()) + "\t")
                .contains("dataproperty_count\t" + declared(OWL2.DatatypeProperty.asNode()) + "\t");
    }

    private static long declared(Node type) {
        return modules().find(Node.ANY, RDF.type.asNode(), type).toList().size();
    }

    @Test
    void hermitFindsItConsistentAndEveryClassSatisfiable() throws Exception {
        var inferred = directory.resolve("inferred.ttl");
        var told = robot("reason", "--reasoner", "hermit", "--output", inferred.toString());
        assertThat(told.exitCode()).as(told.output()).isZero();
        assertThat(inferred).isNotEmptyFile();
    }

    @Test
    void robotsReportFindsNothing() throws Exception {
        var told =
                robot(
                        "report",
                        "--profile",
                        REPORT_PROFILE.toString(),
                        "--fail-on",
                        "INFO",
                        "--output",
                        directory.resolve("report.tsv").toString());
        assertThat(told.exitCode()).as(told.output()).isZero();
        assertThat(told.output()).contains("No violations found");
    }

    private record Told(int exitCode, String output) {}

    private Told robot(String verb, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", Files.readString(CLASS_PATH).strip()));
        command.add("org.obolibrary.robot.CommandLineInterface");
        command.addAll(List.of(verb, "--input", ontology.toString()));
        command.addAll(List.of(arguments));
        var output = directory.resolve(verb + ".log");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Told(process.exitValue(), Files.readString(output));
    }
}
