package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients of other languages, as far as this machine has them. */
class ScriptClientTest {
    static final String LONG =
            "SELECT * { VALUES ?x { 0 1 2 3 4 5 6 7 8 9 } VALUES ?y { 0 1 2 3 4 5 6 7 8 9 }"
                    + " VALUES ?z { 0 1 2 3 4 5 6 7 8 9 } VALUES ?w { 0 1 2 3 4 5 6 7 8 9 } }";

    private final Desk desk = Desk.shared();

    @BeforeEach
    void clear() {
        desk.clear();
        desk.changed();
    }

    /** Runs a command with the address, the token and the long query; the output is its answer. */
    private List<String> run(String... command) throws Exception {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(desk.client().base(), TestServer.TOKEN, LONG));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().toList();
    }

    private static void assume(String... command) throws Exception {
        boolean there;
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            there = process.waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, String.join(" ", command) + " does not work on this machine");
    }

    private static String script(String name) {
        return "src/test/resources/clients/" + name;
    }

    @Test
    void rdflibAsksUpdatesAndReadsGraphs() throws Exception {
        assume("python3", "-c", "import rdflib.plugins.stores.sparqlstore");
        assertThat(run("python3", script("with_rdflib.py")))
                .containsExactly(
                        "select 2",
                        "ask True",
                        "construct 2",
                        "describe 2",
                        "graph 1",
                        "long 10000",
                        "error line 1");
    }

    @Test
    void sparqlWrapperAsksAndUpdates() throws Exception {
        assume("python3", "-c", "import SPARQLWrapper");
        assertThat(run("python3", script("with_sparqlwrapper.py")))
                .containsExactly(
                        "select 2",
                        "ask True",
                        "construct 2",
                        "describe 2",
                        "long 10000",
                        "error line 1");
    }

    @Test
    void pythonAloneDoesItAll() throws Exception {
        assume("python3", "--version");
        assertThat(run("python3", script("with_python.py")))
                .containsExactly(
                        "select 2",
                        "ask True",
                        "construct 2",
                        "graph 201",
                        "graph 1",
                        "long 10000",
                        "error line 1 column 23");
    }

    @Test
    void nodeDoesItAll() throws Exception {
        assume("node", "-e", "fetch");
        assertThat(run("node", script("with-node.mjs")))
                .containsExactly(
                        "select 2",
                        "ask true",
                        "construct 2",
                        "graph 201",
                        "graph 1",
                        "long 10000",
                        "error line 1 column 23");
    }

    @Test
    void curlDoesItAll() throws Exception {
        assume("curl", "--version");
        assertThat(run("bash", script("with-curl.sh")))
                .containsExactly(
                        "select 2",
                        "ask true",
                        "construct 2",
                        "graph 201",
                        "graph 1",
                        "long 10000",
                        "error 400");
    }
}
