package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Addresses addresses = new Addresses("/base", "https://example.org/base");

    @ParameterizedTest
    @CsvSource({
        "https://w3id.org/modelgraph/model/gpt-3.5, /base/model/gpt-3.5",
        "https://w3id.org/modelgraph/technique, /base/technique",
        "https://w3id.org/modelgraph/model/文心, /base/model/%E6%96%87%E5%BF%83",
        "https://w3id.org/modelgraph/, /base/",
        "https://w3id.org/airo#Risk, /base/describe?iri=https%3A%2F%2Fw3id.org%2Fairo%23Risk",
        "urn:x:y, /base/describe?iri=urn%3Ax%3Ay"
    })
    void aThingHasAPage(String iri, String page) {
        assertThat(addresses.page(iri)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/modelgraph/unknown-kind/x",
                "https://w3id.org/modelgraph/sparql",
                "https://w3id.org/modelgraph/model/a?b",
                "https://w3id.org/modelgraph/model/a#b",
                "https://w3id.org/modelgraph/model/a%2Fb",
                "https://w3id.org/modelgraph/model/../graph/x",
                "https://w3id.org/modelgraph/model/",
                "https://w3id.org/modelgraph/model//x"
            })
    void whatIsNoPlainPathIsDescribedByItsIri(String iri) {
        assertThat(addresses.page(iri)).isEqualTo("/base/describe?iri=" + Addresses.encode(iri));
    }

    @Test
    void aThingHasData() {
        assertThat(addresses.data("https://w3id.org/modelgraph/model/gpt-4", "ttl"))
                .isEqualTo("/base/data/model/gpt-4.ttl");
        assertThat(addresses.data("https://w3id.org/airo#Risk", "nt"))
                .isEqualTo("/base/describe?iri=https%3A%2F%2Fw3id.org%2Fairo%23Risk&format=nt");
    }

    @Test
    void aWholeAddressHasTheBaseOnce() {
        assertThat(addresses.whole(addresses.sparql()))
                .isEqualTo("https://example.org/base/sparql");
    }
}
