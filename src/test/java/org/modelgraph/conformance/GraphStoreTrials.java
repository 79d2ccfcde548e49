package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the Graph Store HTTP Protocol demands of a server, by its sections. */
final class GraphStoreTrials {
    private static final String G = "/graphs?graph=urn:x:g";
    private static final String DEFAULT = "/graphs?default";
    private static final String TURTLE = "text/turtle";
    private static final String ONE = "<urn:s> <urn:p> 1 .";
    private static final String TWO = "<urn:s> <urn:p> 2 .";

    static final Map<String, ProtocolConformanceTest.Trial> ALL = new LinkedHashMap<>();

    static {
        names();
        puts();
        deletes();
        posts();
        reads();
        patches();
    }

    private GraphStoreTrials() {}

    private static int status(Desk d, String method, String path, String type, String body)
            throws Exception {
        return new Request(method, path, type, body, java.nio.charset.StandardCharsets.UTF_8)
                .send(d)
                .statusCode();
    }

    private static void expect(int status, Desk d, String method, String path, String... sent)
            throws Exception {
        var type = sent.length == 0 ? "" : sent[0];
        assertThat(status(d, method, path, type, sent.length < 2 ? "" : sent[1]))
                .as("%s %s", method, path)
                .isEqualTo(status);
    }

    private static void holds(Desk d, String path, String... objects) throws Exception {
        var expected = new java.util.ArrayList<String>();
        for (var o : objects)
            expected.add(
                    "<urn:s> <urn:p> \"" + o + "\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
        assertThat(d.writer().triples(path).lines()).containsExactlyElementsOf(expected);
    }

    private static void names() {
        ALL.put(
                "4.2 a graph is named by an absolute IRI",
                d -> {
                    expect(400, d, "GET", "/graphs?graph=g");
                    expect(400, d, "PUT", "/graphs?graph=", TURTLE, ONE);
                    expect(400, d, "GET", G + "&default");
                    expect(400, d, "GET", G + "&graph=urn:x:h");
                });
        ALL.put(
                "4.2 the IRI is percent-decoded",
                d -> {
                    expect(201, d, "PUT", "/graphs?graph=urn%3Ax%3Ag", TURTLE, ONE);
                    holds(d, G, "1");
                });
        ALL.put(
                "5 a method that is none of the protocol is 405, and Allow tells those that are",
                d -> {
                    var answer = new Request("QUERY", G, TURTLE, "", UTF_8).send(d);
                    assertThat(answer.statusCode()).isEqualTo(405);
                    assertThat(answer.headers().firstValue("Allow").orElseThrow())
                            .contains("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH");
                });
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private static void puts() {
        ALL.put(
                "5.3 PUT makes a graph: 201",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    holds(d, G, "1");
                });
        ALL.put(
                "5.3 PUT replaces a graph: 204",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    expect(204, d, "PUT", G, TURTLE, TWO);
                    holds(d, G, "2");
                });
        ALL.put(
                "5.3 PUT replaces the default graph and no other",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    expect(204, d, "PUT", DEFAULT, TURTLE, TWO);
                    holds(d, DEFAULT, "2");
                    holds(d, G, "1");
                });
        ALL.put(
                "5.3 PUT of what is not of its type is 400, and changes nothing",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    expect(400, d, "PUT", G, "application/rdf+xml", TWO);
                    holds(d, G, "1");
                });
        ALL.put(
                "5.3 PUT of an unknown type is 415",
                d -> expect(415, d, "PUT", G, "image/png", "x"));
        ALL.put(
                "5.3 PUT of no triples empties the graph",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    expect(204, d, "PUT", G, TURTLE, "");
                    holds(d, G);
                });
        for (var type : SyntaxTrials.TYPES)
            ALL.put(
                    "5.3, 5.2 PUT and GET in " + type.getHeaderString(),
                    d -> SyntaxTrials.thereAndBack(d, type));
    }

    private static void deletes() {
        ALL.put(
                "5.4 DELETE removes a graph: 204, and then 404",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    expect(204, d, "DELETE", G);
                    expect(404, d, "GET", G);
                });
        ALL.put("5.4 DELETE of no graph is 404", d -> expect(404, d, "DELETE", G));
        ALL.put(
                "5.4 DELETE empties the default graph",
                d -> {
                    expect(204, d, "PUT", DEFAULT, TURTLE, ONE);
                    expect(204, d, "DELETE", DEFAULT);
                    holds(d, DEFAULT);
                    expect(200, d, "GET", DEFAULT);
                });
    }

    private static void posts() {
        ALL.put(
                "5.5 POST adds to a graph",
                d -> {
                    expect(201, d, "POST", G, TURTLE, ONE);
                    expect(204, d, "POST", G, TURTLE, TWO);
                    holds(d, G, "1", "2");
                });
        ALL.put(
                "5.5 POST merges: blank nodes of two bodies are two",
                d -> {
                    expect(201, d, "POST", G, TURTLE, "_:b <urn:p> 1 .");
                    expect(204, d, "POST", G, TURTLE, "_:b <urn:p> 1 .");
                    assertThat(d.writer().triples(G).lines()).hasSize(2);
                });
        ALL.put(
                "5.5 POST of no triples does nothing: 204",
                d -> {
                    expect(201, d, "POST", G, TURTLE, ONE);
                    expect(204, d, "POST", G, TURTLE, "");
                    holds(d, G, "1");
                });
        ALL.put(
                "5.5 POST without a graph makes one: 201, and Location names it",
                d -> {
                    var made = Request.post("/graphs", TURTLE, ONE).send(d);
                    assertThat(made.statusCode()).isEqualTo(201);
                    var location = made.headers().firstValue("Location").orElseThrow();
                    assertThat(location).startsWith(d.client().base());
                    holds(d, location.substring(d.client().base().length()), "1");
                });
        ALL.put(
                "5.5 POST takes several documents as multipart/form-data",
                d -> {
                    var part =
                            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"%s.ttl\""
                                    + "\r\nContent-Type: text/turtle\r\n\r\n%s\r\n";
                    var body = part.formatted("a", ONE) + part.formatted("b", TWO) + "--b--\r\n";
                    expect(201, d, "POST", G, "multipart/form-data; boundary=b", body);
                    holds(d, G, "1", "2");
                });
    }

    private static void reads() {
        ALL.put("5.2 GET of no graph is 404", d -> expect(404, d, "GET", G));
        ALL.put(
                "5.2 GET of a type that can't be is 406",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    assertThat(d.client().get(G, "Accept", "image/png").statusCode())
                            .isEqualTo(406);
                });
        ALL.put(
                "5.6 HEAD is GET without the body",
                d -> {
                    expect(404, d, "HEAD", G);
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    var head = Request.get(G).by("HEAD").send(d);
                    assertThat(head.statusCode()).isEqualTo(200);
                    assertThat(head.body()).isEmpty();
                    assertThat(head.headers().firstValue("Content-Type"))
                            .isEqualTo(d.client().get(G).headers().firstValue("Content-Type"));
                });
    }

    private static void patches() {
        ALL.put(
                "5.7 PATCH changes a graph by SPARQL Update",
                d -> {
                    expect(201, d, "PUT", G, TURTLE, ONE);
                    var update = "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 }";
                    expect(204, d, "PATCH", G, Request.UPDATE, update);
                    holds(d, G, "2");
                });
        ALL.put(
                "5.7 PATCH of another graph than that of the request is 422",
                d -> {
                    var update = "INSERT DATA { GRAPH <urn:x:h> { <urn:s> <urn:p> 1 } }";
                    expect(422, d, "PATCH", G, Request.UPDATE, update);
                });
        ALL.put(
                "5.7 PATCH of an unknown type is 415",
                d -> expect(415, d, "PATCH", G, TURTLE, ONE));
    }
}
