package org.modelgraph.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.problem.Problem;

import java.net.InetAddress;
import java.util.List;

class AllowedHostsTest {
    private static final AllowedHosts LIST =
            AllowedHosts.of(
                    List.of(
                            "query.wikidata.org",
                            "http://dbpedia.org",
                            "graph.example:8443",
                            "http://127.0.0.1:3030",
                            "http://[::1]:3030",
                            "http://localhost:3030"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://query.wikidata.org/sparql",
                "https://QUERY.wikidata.org:443/sparql?x=y",
                "http://dbpedia.org/sparql",
                "https://graph.example:8443/",
                "http://127.0.0.1:3030/ds",
                "http://[::1]:3030/ds"
            })
    void whatIsListedIsAllowed(String iri) {
        assertThat(LIST.contains(iri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://query.wikidata.org/sparql",
                "https://query.wikidata.org:8443/sparql",
                "https://query.wikidata.org.evil.example/sparql",
                "https://evil.example/query.wikidata.org",
                "https://evil.example#@query.wikidata.org/",
                "https://query.wikidata.org@evil.example/",
                "https://evil.example@query.wikidata.org/",
                "https://query.wikidata.org./sparql",
                "https://dbpedia.org/sparql",
                "http://127.1:3030/ds",
                "http://2130706433:3030/ds",
                "http://0x7f.0.0.1:3030/ds",
                "http://127.0.0.1:3031/ds",
                "http://127.0.0.1/ds",
                "http://[0:0:0:0:0:0:0:1]:3030/ds",
                "file:///etc/passwd",
                "ftp://query.wikidata.org/",
                "urn:x:y",
                "java:java.lang.Runtime",
                "http:///sparql",
                ""
            })
    void whatIsNotListedIsNotAllowed(String iri) {
        assertThat(LIST.contains(iri)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "168.63.129.16",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2002:7f00:1::"
            })
    void anAddressOffThePublicInternetIsRefused(String address) {
        var found = List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral(address));
        assertThatThrownBy(() -> LIST.requireOpen("query.wikidata.org", 443, found))
                .isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("not on the public Internet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2620:0:862:ed1a::1"})
    void anAddressOfThePublicInternetIsCalled(String address) {
        assertThatCode(() ->
                        LIST.requireOpen(
                                "query.wikidata.org", 443, List.of(InetAddress.ofLiteral(address))))
                .doesNotThrowAnyException();
    }

    @Test
    void aServerOfOnesOwnNetworkIsAllowedByItsAddressAlone() {
        var loopback = List.of(InetAddress.getLoopbackAddress());
        assertThat(LIST.requireOpen("127.0.0.1", 3030, loopback)).isEqualTo(loopback);
        assertThatThrownBy(() -> LIST.requireOpen("localhost", 3030, loopback))
                .isInstanceOf(RemoteFailure.class);
    }

    @Test
    void whatIsNoServerCanNotBeListed() {
        assertThatThrownBy(() -> AllowedHosts.of(List.of("user@example.org")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("user@example.org");
    }
}
