package org.modelgraph.http.browse;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The record by which catalogues of data list this server: catalogue, data set, distributions and
 * services, as DCAT-AP 3.0.0 wants them.
 */
final class CatalogRecord {
    private static final String PATTERN = pattern();

    private CatalogRecord() {}

    private static String pattern() {
        var name = "/dataset/dcat.ttl";
        try (var in = Objects.requireNonNull(CatalogRecord.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The record of one state of the store.
     *
     * @param changed the day of its last commit
     * @param server the address by which clients reach the server, without a slash at its end
     */
    static Graph of(Version version, LocalDate changed, String server) {
        var text =
                PATTERN.replace("SERVER", server)
                        .replace("CHANGED", changed.toString())
                        .replace("VERSION", version.toString());
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).parse(graph);
        return graph;
    }
}
