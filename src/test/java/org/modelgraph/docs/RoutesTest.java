package org.modelgraph.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of HTTP names every address that the server has, and no other. */
class RoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("`(/[^`?]*)(\\?[^`]*)?`");

    /** A row of the first table: addresses, with words in capitals for what varies, and methods. */
    private record Row(String text, List<String> addresses, Set<String> methods) {
        static Row of(String line) {
            var cells = line.split("\\|");
            var addresses = ADDRESS.matcher(cells[1]).results().map(r -> r.group(1)).toList();
            return new Row(line, addresses, new TreeSet<>(List.of(cells[2].strip().split(", "))));
        }

        /** Addresses as they may be sent. */
        Stream<String> examples(List<String> lists) {
            return addresses.stream()
                    .flatMap(a -> replaced(a, "KIND", kinds()))
                    .flatMap(a -> replaced(a, "/LIST", lists))
                    .flatMap(a -> replaced(a, "EXT", endings()))
                    .flatMap(a -> replaced(a, "/LANGUAGE", List.of("", "/en", "/zh")))
                    .map(a -> a.replaceAll("(?<![A-Z0-9])[A-Z]{2,}(?=/|$|\\.)", "x"));
        }
    }

    private static Stream<String> replaced(String address, String word, List<String> by) {
        return address.contains(word)
                ? by.stream().map(b -> address.replace(word, b))
                : Stream.of(address);
    }

    private static List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::segment).toList();
    }

    private static List<String> endings() {
        return Arrays.stream(TableFormat.values()).map(TableFormat::extension).toList();
    }

    /** A route as a pattern over method and address. */
    private static Pattern pattern(String route) {
        return Pattern.compile(
                Arrays.stream(route.split("(?=[{<])|(?<=[}>])"))
                        .map(part ->
                                part.startsWith("{")
                                        ? "[^/]+"
                                        : part.startsWith("<") ? ".+" : Pattern.quote(part))
                        .collect(Collectors.joining()));
    }

    private static List<Row> rows() throws Exception {
        return Files.readAllLines(Path.of("docs/reference/http.md")).stream()
                .dropWhile(l -> !l.startsWith("| address |"))
                .skip(2)
                .takeWhile(l -> l.startsWith("|"))
                .map(Row::of)
                .toList();
    }

    @Test
    void everyAddressHasItsRowAndEveryRowItsAddresses() throws Exception {
        var routes = TestServer.bundled().routes();
        var lists =
                rows().stream()
                        .map(Row::addresses)
                        .filter(a -> a.contains("/models"))
                        .findFirst()
                        .orElseThrow();
        var told = new HashSet<String>();
        for (var row : rows()) {
            var methods = new TreeSet<String>();
            for (var example : row.examples(lists).toList()) {
                var matching =
                        routes.stream()
                                .filter(r -> pattern(path(r)).matcher(example).matches())
                                .toList();
                assertThat(matching).as("%s in %s", example, row.text()).isNotEmpty();
                told.addAll(matching);
                matching.forEach(r -> methods.add(r.substring(0, r.indexOf(' '))));
            }
            assertThat(methods).as(row.text()).containsAll(row.methods());
        }
        var untold = new TreeSet<>(routes);
        untold.removeAll(told);
        assertThat(untold).as("routes without a row").isEmpty();
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }
}
