package org.modelgraph.check;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.modelgraph.ingest.Mapping;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where in the files each thing is described, and where a table of names says that it is meant. */
final class Places {
    private static final Pattern PREFIX =
            Pattern.compile("(?i)\\s*@?prefix\\s+(\\w*):\\s*<([^>]*)>.*");
    private static final Pattern SUBJECT =
            Pattern.compile("\\s*(?:(\\w+):([\\w.-]*\\w)|<([^>]+)>)(?:\\s+\\S.*|\\s*)");

    private final Map<String, Place> described = new HashMap<>();
    private final Map<String, Place> meant = new HashMap<>();

    /**
     * One place.
     *
     * @param cells the cells of a row of a table, empty elsewhere
     */
    record Place(String file, int line, List<String> cells) {
        /** The cell that says this, from 1; 0 where none does. */
        int cell(String text) {
            return cells.indexOf(text) + 1;
        }
    }

    /** The places in an ontology directory and in files of the user. */
    static Places in(Path root, List<Path> given) {
        var places = new Places();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                places.read(root.relativize(file).toString().replace('\\', '/'), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        given.forEach(file -> places.read(file.toString(), file));
        return places;
    }

    /** Where a thing is described. */
    Optional<Place> described(String iri) {
        return Optional.ofNullable(described.get(iri));
    }

    /** The row of names that says that a thing is meant. */
    Optional<Place> meant(String iri) {
        return Optional.ofNullable(meant.get(iri));
    }

    private void read(String name, Path file) {
        try {
            if (name.endsWith(".csv")) table(name, file);
            else if (name.matches(".*\\.(ttl|trig)")) text(name, text(file));
        } catch (IOException | UncheckedIOException | Problem _) {
            // told when the file was read as a part of the ontology
            return;
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private void text(String name, String text) {
        var prefixes = new HashMap<>(Prefixes.map());
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var prefix = PREFIX.matcher(lines.get(i));
            if (prefix.matches()) {
                prefixes.put(prefix.group(1), prefix.group(2));
                continue;
            }
            var subject = SUBJECT.matcher(lines.get(i));
            if (!subject.matches() || lines.get(i).startsWith("        ")) continue;
            var iri =
                    subject.group(3) != null
                            ? subject.group(3)
                            : prefixes.getOrDefault(subject.group(1), "") + subject.group(2);
            var place = new Place(name, i + 1, List.of());
            if (name.startsWith("mappings/")) continue;
            described.putIfAbsent(iri, place);
        }
    }

    private void table(String name, Path file) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(text(file), format)) {
            var beside =
                    file.resolveSibling(file.getFileName().toString().replace(".csv", ".yaml"));
            var mapping =
                    Files.isRegularFile(beside) ? Mapping.parse(name, text(beside)) : Mapping.NONE;
            var folders = name.split("/", -1);
            var source = folders.length < 2 ? "" : folders[folders.length - 2];
            var line = (int) parser.getCurrentLineNumber() + 1;
            for (var row : parser) {
                var place = new Place(name, line, row.toList());
                line = (int) parser.getCurrentLineNumber() + 1;
                if (name.contains("tables/names/")) {
                    if (row.size() == 2) meant.putIfAbsent(Prefixes.BASE + row.get(1), place);
                    continue;
                }
                var key = parser.getHeaderNames().indexOf(column(mapping));
                if (key < 0 || key >= row.size()) continue;
                things(mapping, source, row.get(key).strip())
                        .forEach(thing -> described.putIfAbsent(Prefixes.BASE + thing, place));
            }
        }
    }

    private static String column(Mapping mapping) {
        var ours =
                switch (mapping.kind()) {
                    case RESULTS, DISCLOSURES -> "id";
                    case MODELS, FAMILIES, ORGANIZATIONS -> "name";
                };
        return mapping.columns().getOrDefault(ours, ours);
    }

    private static Stream<String> things(Mapping mapping, String source, String key) {
        return switch (mapping.kind()) {
            case RESULTS, DISCLOSURES ->
                    Stream.of("claim/" + source + "-" + key, "passage/" + source + "-" + key);
            case MODELS -> Stream.of("model/" + key);
            case FAMILIES -> Stream.of("family/" + key);
            case ORGANIZATIONS -> Stream.of("organization/" + key);
        };
    }
}
