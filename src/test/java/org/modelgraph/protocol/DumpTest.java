package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

class DumpTest {
    private final Client client = TestServer.bundled().client();

    @Test
    void aDumpHoldsEveryQuadAndItsHashIsTold() throws Exception {
        var list = new ObjectMapper().readTree(client.get("/dumps").body());
        var sums = client.get("/dumps/SHA256SUMS").body();
        var description = client.get("/dumps/void.ttl").body();
        assertThat(list.get("files")).isNotEmpty();
        for (var file : list.get("files")) {
            var address = file.get("file").asText();
            var name = address.substring(address.lastIndexOf('/') + 1);
            var answer = client.sendForBytes(client.to("/dumps/" + name).GET());
            assertThat(answer.body()).hasSize(file.get("bytes").asInt());
            assertThat(hash(answer.body())).isEqualTo(file.get("sha256").asText());
            assertThat(sums).contains(file.get("sha256").asText() + "  " + name);
            assertThat(description).contains(name, file.get("sha256").asText());
            assertThat(quads(name, answer.body())).isEqualTo(list.get("triples").asLong());
        }
    }

    @Test
    void aBrowserGetsThemAsAPage() throws Exception {
        var page = client.get("/dumps?lang=zh", "Accept", "text/html");
        assertThat(page.body()).contains("<html lang=\"zh", "SHA-256", "modelgraph.nq.gz");
        assertThat(client.get("/dataset", "Accept", "text/html").body()).contains("/dumps");
    }

    @Test
    void aDumpThatIsNotThereIsTold() throws Exception {
        assertThat(client.get("/dumps/nothing.gz").statusCode()).isEqualTo(404);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static long quads(String name, byte[] packed) throws Exception {
        var counted = StreamRDFLib.count();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            RDFParser.source(in)
                    .lang(name.contains(".nq") ? Lang.NQUADS : Lang.TRIG)
                    .parse(counted);
        }
        return counted.countQuads() + counted.countTriples();
    }
}
