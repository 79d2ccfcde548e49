package org.modelgraph.protocol.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well 300 labelled names are reconciled, against a match of plain labels in either language.
 */
class NamesQualityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Name(String name, String type, String meant, String form) {}

    private static List<Name> names() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/reconcile/names.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Name(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    /** The answers in batches of ten, as OpenRefine asks. */
    private static List<JsonNode> results(String path, List<Name> names) throws Exception {
        var client = TestServer.bundled().client();
        var results = new ArrayList<JsonNode>();
        for (var from = 0; from < names.size(); from += 10) {
            var batch = JSON.createObjectNode();
            for (var i = from; i < Math.min(from + 10, names.size()); i++)
                batch.putObject("q" + i)
                        .put("query", names.get(i).name())
                        .put("type", names.get(i).type())
                        .put("limit", 5);
            var response =
                    client.post(
                            path,
                            "application/x-www-form-urlencoded",
                            "queries=" + Client.encoded(batch.toString()));
            var answer = JSON.readTree(response.body());
            for (var i = from; i < Math.min(from + 10, names.size()); i++)
                results.add(answer.path("q" + i).path("result"));
        }
        return results;
    }

    private static boolean holds(JsonNode results, String meant) {
        for (var candidate : results) if (candidate.path("id").asText().equals(meant)) return true;
        return false;
    }

    @Test
    void namesFindWhatIsMeantAndNothingIsMatchedOnAGuess() throws Exception {
        var names = names();
        assertThat(names).hasSize(300);
        var results = results("/reconcile/en", names);
        var chinese = results("/reconcile/zh", names);
        var present = names.stream().filter(n -> !n.meant().isEmpty()).count();
        int first = 0;
        int found = 0;
        int plain = 0;
        var unknown = 0.0;
        var certainAndWrong = new ArrayList<String>();
        Map<String, int[]> forms = new TreeMap<>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var top = results.get(i).path(0);
            var right = !name.meant().isEmpty() && top.path("id").asText().equals(name.meant());
            var form = forms.computeIfAbsent(name.form(), _ -> new int[2]);
            form[1]++;
            if (right) {
                first++;
                form[0]++;
            }
            if (!name.meant().isEmpty() && holds(results.get(i), name.meant())) found++;
            var labels =
                    List.of(top.path("name"), chinese.get(i).path(0).path("name")).stream()
                            .map(JsonNode::asText)
                            .toList();
            if (right && labels.contains(name.name())) plain++;
            if (name.meant().isEmpty()) unknown = Math.max(unknown, top.path("score").asDouble());
            if (top.path("match").asBoolean() && !right) certainAndWrong.add(name.toString());
        }
        var report = new StringBuilder();
        forms.forEach((form, n) -> report.append(form + " " + n[0] + "/" + n[1] + "; "));
        System.out.printf(
                "precision at 1: %.3f, recall at 5: %.3f, plain label: %.3f, best score of an"
                        + " unknown: %.1f; %s%n",
                (double) first / present,
                (double) found / present,
                (double) plain / present,
                unknown,
                report);
        assertThat(certainAndWrong).isEmpty();
        assertThat((double) first / present).isGreaterThan(0.9);
        assertThat((double) found / present).isGreaterThan(0.93);
        assertThat(first).isGreaterThan(plain);
    }
}
