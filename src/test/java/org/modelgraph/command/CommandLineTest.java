package org.modelgraph.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.Model.CommandSpec;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

class CommandLineTest {
    @TempDir Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String database = "";

    @BeforeEach
    void nameADatabase() {
        database = directory.resolve("db").toString();
    }

    private int run(String... arguments) {
        return CommandLineInterface.create()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String ask(String query, String... more) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var arguments =
                    new java.util.ArrayList<>(
                            java.util.List.of("query", "--database", database, query));
            arguments.addAll(java.util.List.of(more));
            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(CommandLineInterface.DONE);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void filesOfAnySyntaxAreLoadedAndAsked() throws Exception {
        var turtle = file("a.ttl", "<urn:x:a> <urn:x:p> 1 , 2 .");
        var quads = file("b.nq", "<urn:x:a> <urn:x:p> <urn:x:o> <urn:x:g> .\n");
        var packed = directory.resolve("c.nt.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            gzip.write("<urn:x:c> <urn:x:p> <urn:x:o> .\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(
                        run(
                                "load",
                                "--database",
                                database,
                                turtle.toString(),
                                quads.toString(),
                                packed.toString()))
                .isZero();
        assertThat(err.toString()).contains("Loaded 4 statements from 3 files");
        assertThat(ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo("?n\n4\n");
        assertThat(
                        ask(
                                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                                "--default-graph",
                                "stored",
                                "--format",
                                "csv"))
                .isEqualTo("n\r\n3\r\n");
        assertThat(
                        ask(
                                file("q.rq", "ASK { GRAPH <urn:x:g> { ?s ?p ?o } }").toString(),
                                "--format",
                                "json"))
                .contains("true");
        assertThat(ask("CONSTRUCT WHERE { <urn:x:c> ?p ?o }", "--format", "nt"))
                .contains("<urn:x:c> <urn:x:p> <urn:x:o> .");
    }

    @Test
    void textsAreSearchedByTheirWords() throws Exception {
        var file = file("a.ttl", "<urn:x:a> <urn:x:p> 'it hallucinates'@en , 'nothing'@en .");
        assertThat(run("load", "--database", database, file.toString())).isZero();
        assertThat(
                        ask(
                                "SELECT ?s { ?s <http://jena.apache.org/text#query> 'hallucination'"
                                        + " }",
                                "--format",
                                "csv"))
                .isEqualTo("s\r\nurn:x:a\r\n");
    }

    @Test
    void triplesGoIntoTheNamedGraph() throws Exception {
        assertThat(
                        run(
                                "load",
                                "--database",
                                database,
                                "--graph",
                                "urn:x:mine",
                                file("a.ttl", "<urn:x:a> <urn:x:p> 1 .").toString()))
                .isZero();
        assertThat(ask("SELECT ?g { GRAPH ?g { ?s ?p ?o } }")).contains("<urn:x:mine>");
    }

    @Test
    void aBrokenFileIsToldWithItsPlaceAndNothingIsLoaded() throws Exception {
        var good = file("good.ttl", "<urn:x:a> <urn:x:p> 1 .");
        var bad = file("bad.ttl", "<urn:x:a> <urn:x:p> 2 .\n<urn:x:a> no:prefix 3 .");
        assertThat(run("load", "--database", database, good.toString(), bad.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(err.toString()).contains("bad.ttl:2:");
        assertThat(ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo("?n\n0\n");
    }

    @Test
    void everythingIsExportedAndCanBeLoadedAgain() throws Exception {
        run(
                "load",
                "--database",
                database,
                file(
                                "a.trig",
                                "<urn:x:a> <urn:x:p> \"文\" . GRAPH <urn:x:g> { <urn:x:a> <urn:x:p>"
                                        + " 2 }")
                        .toString());
        var dump = directory.resolve("dump.nq.gz");
        assertThat(run("export", "--database", database, dump.toString())).isZero();
        database = directory.resolve("second").toString();
        assertThat(run("load", "--database", database, dump.toString())).isZero();
        assertThat(ask("SELECT ?o { ?s ?p ?o } ORDER BY DATATYPE(?o)")).contains("文").contains("2");
    }

    @Test
    void checkFindsNothingWrongWithTheBundledGraph() {
        assertThat(run("check")).isZero();
        assertThat(out.toString()).contains("0 faults");
    }

    @Test
    void checkSaysWhatIsWrongWithAFile() throws Exception {
        var wrong =
                file(
                        "wrong.ttl",
                        "<https://w3id.org/modelgraph/claim/seed-x> a"
                                + " <https://w3id.org/modelgraph/ns/IssueFinding> .");
        assertThat(run("check", wrong.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(out.toString()).contains("claim:seed-x", "mg:issue");
        assertThat(run("check", file("broken.ttl", "<urn:x:a>").toString()))
                .isEqualTo(CommandLineInterface.FAILED);
    }

    @Test
    void aWrongSettingIsToldWithItsValueAndWhatWouldDo() {
        assertThat(run("serve", "--port", "seventy", "--default-graph", "all"))
                .isEqualTo(CommandLineInterface.MISUSED);
        assertThat(err.toString())
                .contains("--port is 'seventy'; it should be a whole number from 0 to 65535")
                .contains("--default-graph is 'all'; it should be union or stored");
    }

    @Test
    void aWrongLineOfTheSettingsFileIsTold() throws Exception {
        var settings = file("settings", "prot = 80\n");
        assertThat(run("serve", "--settings", settings.toString()))
                .isEqualTo(CommandLineInterface.MISUSED);
        assertThat(err.toString()).contains("prot in").contains("did you mean port?");
    }

    @Test
    void aWrongCommandLineIsMisuse() {
        assertThat(run()).isEqualTo(CommandLineInterface.MISUSED);
        assertThat(run("sevre")).isEqualTo(CommandLineInterface.MISUSED);
        assertThat(run("load", "--database", database)).isEqualTo(CommandLineInterface.MISUSED);
        assertThat(run("query", "--database", database, "SELCT * {}"))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(err.toString()).contains("Did you mean SELECT?");
    }

    @Test
    void everyVerbExplainsItself() {
        for (var verb : new String[] {"serve", "load", "query", "check", "export", "token"})
            assertThat(run(verb, "--help")).isZero();
        assertThat(out.toString()).contains("--query-timeout", "MODELGRAPH_QUERY_TIMEOUT");
    }

    @Test
    void aTokenIsShownOnceListedWithoutItsTextAndRevoked() {
        var tokens = new TokensOnTheCommandLine(directory.resolve("db"));
        var text = tokens.create("--scope", "write:urn:x:", "--expires", "never");
        assertThat(tokens.list())
                .singleElement()
                .asString()
                .contains("write:urn:x:", "never")
                .doesNotContain(text);
        tokens.revoke();
        assertThat(tokens.list()).isEmpty();
        assertThat(ask("ASK { ?s ?p ?o }")).contains("false");
        var wrong = new String[] {"token", "create", "--database", database, "--label", "x"};
        assertThat(run(wrong)).isEqualTo(CommandLineInterface.MISUSED);
        assertThat(run("token")).isEqualTo(CommandLineInterface.MISUSED);
    }

    @Test
    void aCommandThatRunsOutOfMemorySaysSo() {
        var line =
                CommandLineInterface.create()
                        .setErr(new PrintWriter(err))
                        .addSubcommand(
                                "fill",
                                CommandSpec.wrapWithoutInspection(
                                        (Callable<Integer>)
                                                () -> {
                                                    throw new OutOfMemoryError("Java heap space");
                                                }));
        assertThat(line.execute("fill")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(err.toString())
                .contains("Memory ran out (Java heap space)", "JAVA_OPTS=-Xmx", "changed nothing")
                .doesNotContain("\tat ");
    }
}
