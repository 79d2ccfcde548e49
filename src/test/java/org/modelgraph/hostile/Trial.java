package org.modelgraph.hostile;

import org.modelgraph.compared.ServerProcess;
import org.modelgraph.protocol.TestServer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One input that is sent to two servers, and what each made of it.
 *
 * @param request as our server has it
 */
record Trial(HostileRequest request) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> AREAS = Set.of("update", "upload", "encoding", "probe");

    /** The path of ours that a server of SPARQL has too. */
    private static final List<String> SHARED = List.of("/sparql", "/update", "/graphs");

    /**
     * What a server made of an input.
     *
     * @param status the status, or a value of {@link RawAnswer}
     * @param calls how often it called another server
     * @param leaked true where the answer or the store holds what stands in the file
     * @param lives true where the server answers others afterwards
     */
    record Outcome(int status, Duration taken, int calls, boolean leaked, boolean lives) {
        String inWords() {
            var words =
                    switch (status) {
                        case RawAnswer.TOO_LATE -> "not ended after " + PATIENCE.toSeconds() + " s";
                        case RawAnswer.NOTHING -> "connection broken";
                        default -> status + ", " + taken.toMillis() + " ms";
                    };
            if (calls > 0) words += ", **" + calls + " calls**";
            if (leaked) words += ", **file read**";
            if (!lives) words += ", **no answers to others**";
            return words;
        }
    }

    /** All inputs that can be sent to any server of the SPARQL protocols. */
    static List<Trial> all() {
        var all = new ArrayList<Trial>();
        for (var query : HostileQuery.all()) all.add(new Trial(query.request()));
        for (var file : List.of("requests.yaml", "probes.yaml"))
            HostileRequest.in(file).stream()
                    .filter(Trial::isShared)
                    .map(Trial::new)
                    .forEach(all::add);
        return all;
    }

    /** What needs our credentials, or would empty a server that has none, says nothing of it. */
    private static boolean isShared(HostileRequest request) {
        return AREAS.contains(request.area())
                && SHARED.stream().anyMatch(p -> request.path().startsWith(p))
                && !(request.body() != null && request.body().contains("CLEAR ALL"))
                && !request.path().contains("CLEAR");
    }

    /** Sends it. */
    Outcome on(ServerProcess server, Canary canary) throws Exception {
        var before = canary.calls();
        var bytes = request.at(server.at(request.path())).bytes(canary, TestServer.TOKEN);
        var answer = RawAnswer.to(server.port(), bytes, PATIENCE);
        var lives = server.answers();
        if (!lives || answer.status() == RawAnswer.TOO_LATE) server.restart();
        var leaked = answer.text().contains(Canary.SECRET);
        if (request.area().equals("probe")) leaked |= takeBack(server);
        return new Outcome(answer.status(), answer.taken(), canary.calls() - before, leaked, lives);
    }

    /** True where what stands in the file came into the store; it is taken out again. */
    private static boolean takeBack(ServerProcess server) throws Exception {
        var secret = "FILTER(CONTAINS(STR(?o), '" + Canary.SECRET + "'))";
        var pattern = "{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } ";
        var found =
                server.post(
                        "/sparql", "application/sparql-query", "ASK { " + pattern + secret + "}");
        if (!found.body().contains("true")) return false;
        for (var graph : List.of("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"))
            server.post(
                    "/update",
                    "application/sparql-update",
                    "DELETE { " + graph + " } WHERE { " + graph + " " + secret + " }");
        return true;
    }
}
