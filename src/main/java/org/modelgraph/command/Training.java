package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.history.History;
import org.modelgraph.http.Server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first minute of a server over an empty store, gone through when the program is packaged, so
 * that the JVM keeps what it loads and links in it (JEP 483, 514 and 515). The argument is a
 * directory for the store.
 */
public final class Training {
    private static final int TIMES = 8;
    private static final List<String> QUERIES =
            List.of(
                    "ASK {}",
                    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                    "SELECT ?s ?l { ?s a ?c OPTIONAL { ?s ?p ?l FILTER(LANG(?l) = \"en\") }"
                            + " FILTER NOT EXISTS { ?s <urn:x> ?y } } ORDER BY ?s LIMIT 9",
                    "CONSTRUCT WHERE { ?s ?p ?o }");

    private Training() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        CommandLineInterface.run(new String[] {"serve", "--help"});
        var database = Files.createTempDirectory(Path.of(arguments[0]), "training-");
        var settings =
                Settings.of(
                        Map.of(Setting.PORT, "0", Setting.DATABASE, database.toString()),
                        Map.of(),
                        Optional.empty());
        var catalog = Catalog.read(settings.queries());
        try (var store = KnowledgeGraph.open(settings.database(), settings.defaultGraph())) {
            var history = History.of(store, ServeCommand.retention(settings));
            try (var server = Server.start(settings, store, history, catalog)) {
                ask(server.port());
            }
        }
        System.exit(0);
    }

    private static void ask(int port) throws IOException, InterruptedException {
        var base = "http://127.0.0.1:" + port;
        var http = HttpClient.newHttpClient();
        for (var i = 0; i < TIMES; i++) {
            get(http, base + "/", "text/html");
            for (var query : QUERIES)
                get(
                        http,
                        base + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "*/*");
        }
    }

    private static void get(HttpClient http, String address, String accept)
            throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(address)).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
