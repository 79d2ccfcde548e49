package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What crawlers and other programs look for at addresses of their own. */
class PlumbingTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Client client = TestServer.bundled().client();

    @Test
    void theSiteMapLeadsToEveryModel() throws Exception {
        assertThat(client.get("/robots.txt").body()).contains("Sitemap: http");
        assertThat(client.get("/sitemap.xml").body()).contains("/sitemap/model.xml");
        assertThat(client.get("/sitemap/model.xml").body()).contains("/model/gpt-4</loc>");
        assertThat(client.get("/sitemap/nothing.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void browsersLearnHowToSearch() throws Exception {
        var description = client.get("/opensearch.xml");
        assertThat(description.body()).contains("/search?q={searchTerms}");
        assertThat(client.get("/help", "Accept", BROWSER).body()).contains("/opensearch.xml");
    }

    @Test
    void theDatasetDescribesItself() throws Exception {
        var description = client.get("/.well-known/void", "Accept", "text/turtle").body();
        assertThat(description).contains("void:Dataset", "void:triples", "mg:Model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dcat:Catalog       | dcterms:title dcterms:description dcterms:publisher"
                        + " dcat:dataset",
                "dcat:Catalog       | dcat:service dcat:record foaf:homepage dcterms:language",
                "dcat:CatalogRecord | foaf:primaryTopic dcterms:modified",
                "dcat:Dataset       | dcterms:title dcterms:description dcat:distribution"
                        + " dcat:theme",
                "dcat:Distribution  | dcat:accessURL dcat:downloadURL dcat:mediaType"
                        + " dcterms:license",
                "dcat:DataService   | dcterms:title dcat:endpointURL dcat:servesDataset",
                "foaf:Agent         | foaf:name"
            })
    void aCatalogueFindsWhatDcatApDemands(String type, String properties) throws Exception {
        var record = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        client.get("/dcat", "Accept", "application/n-triples").body(),
                        Lang.NTRIPLES)
                .parse(record);
        var prefixes =
                """
                PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                """;
        var data = DatasetFactory.wrap(DatasetGraphFactory.wrap(record));
        assertThat(QueryExecution.dataset(data).query(prefixes + "ASK { ?x a " + type + " }").ask())
                .isTrue();
        for (var property : properties.split(" "))
            assertThat(
                            QueryExecution.dataset(data)
                                    .query(
                                            prefixes
                                                    + "ASK { ?x a "
                                                    + type
                                                    + " FILTER NOT EXISTS { ?x "
                                                    + property
                                                    + " ?y } }")
                                    .ask())
                    .as("a %s without %s", type, property)
                    .isFalse();
    }

    @Test
    void whatTheCatalogueLeadsToIsThere() throws Exception {
        var lines = client.get("/dcat", "Accept", "application/n-triples").body().lines();
        var paths =
                lines.filter(l -> l.contains("URL>") || l.contains("endpointDescription>"))
                        .map(l -> l.replaceFirst(".*<" + client.base() + "([^>]*)> \\.$", "$1"))
                        .collect(Collectors.toSet());
        assertThat(paths).hasSizeGreaterThan(4);
        for (var path : paths)
            assertThat(client.sendForBytes(client.to(path)).statusCode()).as(path).isEqualTo(200);
    }

    @Test
    void theQuestionsAreExamplesForOtherEditors() throws Exception {
        assertThat(client.get("/.well-known/sparql-examples", "Accept", "text/turtle").body())
                .contains("SPARQLExecutable", "disclosure.withheld");
    }

    @Test
    void aPageTellsProgramsWhatItIsInHeadersAndInside() throws Exception {
        var page = client.get("/model/gpt-4?lang=en", "Accept", BROWSER);
        assertThat(page.headers().firstValue("Link").orElseThrow())
                .contains(
                        "rel=\"cite-as\"",
                        "rel=\"describedby\"",
                        "rel=\"license\"",
                        "type=\"application/ld+json\"");
        assertThat(page.body())
                .contains(
                        "<script type=\"application/ld+json\">",
                        "\"SoftwareApplication\"",
                        "\"BreadcrumbList\"",
                        "og:image");
    }

    @Test
    void aLinkToAPageUnfoldsToAPictureAndAFrame() throws Exception {
        var card = client.get("/card/model/gpt-4.png");
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Type")).hasValue("image/png");
        var url = URLEncoder.encode("http://localhost/model/gpt-4", StandardCharsets.UTF_8);
        assertThat(client.get("/oembed?url=" + url).body())
                .contains("\"rich\"", "/embed/model/facts?model=");
        assertThat(client.get("/oembed?url=http://localhost/model/none").statusCode())
                .isEqualTo(404);
    }
}
