package org.modelgraph.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One graph that has everything in it, in every syntax there and back. */
final class SyntaxTrials {
    static final List<Lang> TYPES =
            List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML, Lang.JSONLD, Lang.TRIG, Lang.NQUADS);

    private static final String GRAPH = "https://data.example/all";
    private static final String EVERYTHING =
            """
            PREFIX e: <https://data.example/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            e:s e:p e:o , "text" , "text"@en , "文本"@zh , 7 , 2.5 , true , "\\"\\t\\n<&>" ;
                e:date "2026-01-31"^^xsd:date ;
                e:list ( 1 [ e:q "x" ] ( 2 ) ) , ( ) .
            <> e:names <#fragment> , <../up> .
            """;

    private SyntaxTrials() {}

    static void thereAndBack(Desk desk, Lang lang) throws Exception {
        var wanted =
                Files.data(EVERYTHING.getBytes(StandardCharsets.UTF_8), Lang.TURTLE, GRAPH)
                        .getDefaultGraph();
        var sent = RDFWriter.source(wanted).lang(lang).asString();
        var path = "/graphs?graph=" + GRAPH;
        var answer =
                desk.send(
                        "PUT", path, lang.getHeaderString(), sent.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var got = desk.read(path, lang.getHeaderString(), lang);
        assertThat(IsoMatcher.isomorphic(DatasetGraphFactory.create(wanted), got)).isTrue();
        desk.send(
                "PUT",
                path,
                Lang.TURTLE.getHeaderString(),
                EVERYTHING.getBytes(StandardCharsets.UTF_8));
        assertThat(IsoMatcher.isomorphic(got, desk.read(path, lang.getHeaderString(), lang)))
                .as("relative IRIs are relative to the graph")
                .isTrue();
    }
}
