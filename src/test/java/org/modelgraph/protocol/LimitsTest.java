package org.modelgraph.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.Setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is limited is told in three places, and in all of them alike. */
class LimitsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Za-z.]+)` \\| ([^|]+) \\| ([^|]+) \\| .+ \\|");
    private static final String SCHEMA = "https://schema.org/";

    @TempDir Path directory;

    private static Map<Setting, String> initial() {
        var settings = new EnumMap<Setting, String>(Setting.class);
        for (var setting :
                new Setting[] {
                    Setting.CLIENT_SECONDS, Setting.CLIENT_ERRORS, Setting.CLIENT_PARALLEL
                }) settings.put(setting, setting.initial());
        return settings;
    }

    @Test
    void limitsServiceDescriptionAndDocumentationAgree() throws Exception {
        try (var server = TestServer.writable(directory.resolve("db"), initial())) {
            var published = published(server.client());
            assertThat(described(server.client())).isEqualTo(published);
            var documented = documented();
            assertThat(documented.keySet()).isEqualTo(published.keySet());
            documented.forEach((name, value) -> {
                if (!name.endsWith("parallelQueries"))
                    assertThat(published.get(name)).as(name).isEqualTo(Double.parseDouble(value));
            });
        }
    }

    @Test
    void aSettingChangesWhatIsTold() throws Exception {
        var settings = Map.of(Setting.QUERY_TIMEOUT, "7", Setting.ROW_LIMIT, "11");
        try (var server = TestServer.writable(directory.resolve("db"), settings)) {
            assertThat(published(server.client()))
                    .containsEntry("querySeconds", 7.0)
                    .containsEntry("answerRows", 11.0);
            assertThat(described(server.client())).isEqualTo(published(server.client()));
        }
    }

    private static Map<String, Double> published(Client client) throws Exception {
        var numbers = new TreeMap<String, Double>();
        collect("", new ObjectMapper().readTree(client.get("/limits").body()), numbers);
        return numbers;
    }

    private static void collect(String path, JsonNode node, Map<String, Double> numbers) {
        for (var member : node.properties()) {
            var value = member.getValue();
            var name = path + member.getKey();
            if (value.isNumber()) numbers.put(name, value.asDouble());
            else if (value.isObject()) collect(name + ".", value, numbers);
        }
    }

    private static Map<String, Double> described(Client client) throws Exception {
        var model = ModelFactory.createDefaultModel();
        RDFParser.fromString(
                        client.get("/sparql", "Accept", "application/n-triples").body(),
                        Lang.NTRIPLES)
                .parse(model);
        var numbers = new TreeMap<String, Double>();
        var service = model.createResource(client.base() + "/sparql#service");
        for (var value : service.listProperties(schema("additionalProperty")).toList())
            numbers.put(
                    value.getProperty(schema("propertyID")).getString(),
                    value.getProperty(schema("maxValue")).getDouble());
        return numbers;
    }

    private static Property schema(String name) {
        return ResourceFactory.createProperty(SCHEMA, name);
    }

    private static Map<String, String> documented() throws Exception {
        var rows = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("docs/reference/limits.md"))) {
            var row = ROW.matcher(line);
            if (!row.matches()) continue;
            rows.put(row.group(1), row.group(2));
            var flag = row.group(3);
            if (!flag.equals("–"))
                assertThat(Setting.values())
                        .as(line)
                        .anySatisfy(s -> assertThat("`" + s.flag() + "`").isEqualTo(flag));
        }
        return rows;
    }
}
