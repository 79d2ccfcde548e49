package org.modelgraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * The header of the ontology says what FOOPS! (Garijo, Corcho, Poveda-Villalón: FOOPS!, 2021) asks
 * for, but for a DOI, which only an archive gives; and what the terms say by way of example is
 * there.
 */
class HeaderTest {
    private static final List<String> ASKED =
            List.of(
                    "dcterms:title",
                    "dcterms:description",
                    "dcterms:license",
                    "owl:versionIRI",
                    "owl:versionInfo",
                    "dcterms:creator",
                    "dcterms:publisher",
                    "dcterms:created",
                    "dcterms:issued",
                    "dcterms:modified",
                    "dcterms:bibliographicCitation",
                    "dcterms:source",
                    "<http://purl.org/ontology/bibo/status>",
                    "<http://xmlns.com/foaf/0.1/logo>",
                    "<http://purl.org/vocab/vann/preferredNamespacePrefix>",
                    "<http://purl.org/vocab/vann/preferredNamespaceUri>");

    @Test
    void everythingThatIsAskedOfTheHeaderStandsThere() {
        assertThat(ASKED)
                .allSatisfy(property ->
                        assertThat(
                                        Bundled.count(
                                                "SELECT (COUNT(*) AS ?n) {"
                                                        + " <https://w3id.org/modelgraph/ns> "
                                                        + property
                                                        + " ?value }"))
                                .as(property)
                                .isPositive());
    }

    @Test
    void theLogoTravelsInTheProgram() {
        var logo =
                Bundled.values(
                        "logo",
                        "SELECT ?logo { <https://w3id.org/modelgraph/ns>"
                                + " <http://xmlns.com/foaf/0.1/logo> ?logo }");
        assertThat(logo).hasSize(1);
        assertThat(
                        HeaderTest.class.getResource(
                                logo.getFirst().replaceFirst("^.*/assets", "/assets")))
                .isNotNull();
    }

    @Test
    void theThingsThatExamplesNameExist() {
        assertThat(
                        Bundled.values(
                                "iri",
                                """
                                SELECT DISTINCT ?iri {
                                  ?term rdfs:isDefinedBy <https://w3id.org/modelgraph/ns> ; skos:example ?example
                                  FILTER REGEX(?example, "(^|[^a-z])(claim|passage|code|setting|mg):[a-zA-Z]")
                                  BIND(REPLACE(STR(?example), "^.*?\\b(claim|passage|code|setting|mg):([A-Za-z0-9.-]*[A-Za-z0-9]).*$", "$1/$2", "s") AS ?name)
                                  BIND(IRI(CONCAT("https://w3id.org/modelgraph/", REPLACE(?name, "^mg/", "ns/"))) AS ?iri)
                                  FILTER NOT EXISTS { ?iri ?p ?o }
                                }\
                                """))
                .isEmpty();
    }
}
