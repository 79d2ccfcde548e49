package org.modelgraph.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.modelgraph.compared.MarkedSection;
import org.modelgraph.protocol.Client;
import org.modelgraph.protocol.TestServer;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Measures every kind of page: the time that the server takes for it, its size and that of our own
 * scripts on it, packed with gzip, and writes them to docs/performance.md. Runs only where it is
 * asked for: {@code mvn test -Dtest=PageTimes -DpageTimes=true}. No time is asserted.
 */
class PageTimes {
    private static final int WARMING = 300;
    private static final int ROUNDS = 300;
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?:from|import)\\s*\\(?\\s*['`](\\./[^'`]+)['`]");

    private final Client client = TestServer.bundled().client();

    /** One kind of page, measured. */
    private record Figures(PageKind kind, double median, double p95, int html, int scripts) {
        String row() {
            return "| %s | `%s` | %.1f | %.1f | %.1f | %.1f |%n"
                    .formatted(
                            kind,
                            kind.path().replaceFirst("query=.*", "query=…"),
                            median,
                            p95,
                            html / 1024.0,
                            scripts / 1024.0);
        }
    }

    @Test
    void areWrittenDown() throws Exception {
        assumeTrue(Boolean.getBoolean("pageTimes"), "asked for by -DpageTimes=true");
        var rows = new StringBuilder();
        for (var kind : PageKind.ALL) rows.append(measure(kind).row());
        new MarkedSection(Path.of("docs/performance.md"), "pages").write(head() + rows);
        assertThat(rows.toString().lines()).hasSameSizeAs(PageKind.ALL);
    }

    private static String head() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return """
        On %s, %d cores, load %.1f at the end, client and measurement included; %d times each after %d to warm up, by a client on the same machine, without caches of clients; sizes as they are sent, packed with gzip.

        | page | address | median, ms | p95, ms | HTML, kB | own scripts, kB |
        |---|---|---:|---:|---:|---:|
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        system.getAvailableProcessors(),
                        system.getSystemLoadAverage(),
                        ROUNDS,
                        WARMING);
    }

    private Figures measure(PageKind kind) throws Exception {
        for (var i = 0; i < WARMING; i++) fetch(kind.path());
        var times = new ArrayList<Double>();
        for (var i = 0; i < ROUNDS; i++) {
            var begin = System.nanoTime();
            fetch(kind.path());
            times.add((System.nanoTime() - begin) / 1e6);
        }
        times.sort(null);
        var packed = fetch(kind.path());
        return new Figures(
                kind,
                times.get(ROUNDS / 2),
                times.get(ROUNDS * 95 / 100),
                packed.length,
                scripts(unpacked(packed)));
    }

    private byte[] fetch(String path) throws Exception {
        return client.sendForBytes(
                        client.to(path).headers("Accept", "text/html", "Accept-Encoding", "gzip"))
                .body();
    }

    private static String unpacked(byte[] bytes) throws Exception {
        var isPacked = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!isPacked) return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** The packed size of all our own modules that a page loads, at once or later. */
    private int scripts(String html) throws Exception {
        var sum = 0;
        var wanted =
                new ArrayList<String>(SCRIPT.matcher(html).results().map(r -> r.group(1)).toList());
        Set<String> loaded = new LinkedHashSet<>();
        while (!wanted.isEmpty()) {
            var path = wanted.removeLast();
            if (!loaded.add(path)) continue;
            var packed = fetch(path);
            sum += packed.length;
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            for (var found : IMPORT.matcher(unpacked(packed)).results().toList())
                wanted.add(folder + named(found.group(1)).substring(2));
        }
        return sum;
    }

    /** The module of texts is named by its part and the language. */
    private static String named(String module) {
        return module.contains("${part}")
                ? "./texts/site.en.js"
                : module.replace("${language}", "en");
    }
}
