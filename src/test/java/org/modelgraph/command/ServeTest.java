package org.modelgraph.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Main;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own. */
class ServeTest {
    @TempDir Path directory;
    private Process process;
    private Path output;

    @BeforeEach
    void start() throws Exception {
        output = directory.resolve("out.txt");
        process = serve("first.err");
    }

    private Process serve(String errors) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + directory.resolve(errors + ".classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--empty",
                        "--port",
                        "0",
                        "--database",
                        directory.resolve("db").toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectError(directory.resolve(errors).toFile())
                .start();
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly().waitFor();
    }

    /** The address that the server prints once it is ready. */
    private String address() throws Exception {
        while (process.isAlive()) {
            var line =
                    Files.readAllLines(output).stream()
                            .filter(l -> l.contains("pages"))
                            .findFirst();
            if (line.isPresent()) return line.get().replaceFirst(".*(http://[^ ]+)/$", "$1");
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(directory.resolve("first.err")));
    }

    @Test
    void itSaysWhereItIsAnswersAndEndsWhenItIsTold() throws Exception {
        var ask = HttpRequest.newBuilder(URI.create(address() + "/ready")).build();
        assertThat(
                        HttpClient.newHttpClient()
                                .send(ask, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                .isEqualTo(200);
        process.destroy();
        assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(Files.readAllLines(directory.resolve("first.err.classes")))
                .as("without a log that is shared, nothing of Kafka is loaded")
                .anyMatch(l -> l.contains("org.modelgraph.replication.Membership"))
                .noneMatch(l -> l.contains("org.apache.kafka"));
    }

    @Test
    void aSecondServerOnTheSameStoreIsToldWhichProcessHoldsIt() throws Exception {
        address();
        var second = serve("second.err");
        assertThat(second.waitFor()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(Files.readString(directory.resolve("second.err")))
                .contains("is in use by process " + process.pid());
    }
}
