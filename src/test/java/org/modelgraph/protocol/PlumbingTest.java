package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
