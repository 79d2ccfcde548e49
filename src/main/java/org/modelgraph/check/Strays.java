package org.modelgraph.check;

import org.modelgraph.sparql.Similarity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of an ontology directory that nothing reads, though somebody put them there to be read. */
final class Strays {
    private static final String NAMES = "names";

    private final Path root;
    private final List<String> sources;

    private Strays(Path root) {
        this.root = root;
        this.sources =
                entries(root.resolve("graph"))
                        .map(Strays::name)
                        .filter(name -> name.endsWith(".trig"))
                        .map(name -> name.substring(0, name.length() - 5))
                        .toList();
    }

    /** All of them. */
    static List<Finding> in(Path root) {
        var strays = new Strays(root);
        return Stream.concat(
                        entries(root.resolve("graph")).flatMap(strays::inGraph),
                        entries(root.resolve("tables")).flatMap(strays::inTables))
                .toList();
    }

    private static Stream<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.of();
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace("/", "");
    }

    private Finding stray(Path file, String what, String hint) {
        var path = root.relativize(file).toString().replace('\\', '/');
        return new Finding(path, 0, 0, what, hint);
    }

    private Stream<Finding> inGraph(Path file) {
        if (name(file).matches(".*\\.(trig|ttl)")) return Stream.of();
        return Stream.of(
                stray(
                        file,
                        "nothing reads this file",
                        "A source is a file graph/NAME.trig, in TriG."));
    }

    private Stream<Finding> inTables(Path folder) {
        if (!Files.isDirectory(folder))
            return Stream.of(
                    stray(
                            folder,
                            "nothing reads this file",
                            "A table stands in the folder of its source: tables/NAME/TABLE.csv."));
        var files = entries(folder).flatMap(file -> inFolder(folder, file));
        var source = name(folder);
        if (source.equals(NAMES) || sources.contains(source)) return files;
        var near =
                Similarity.nearest(source, sources)
                        .map(name -> "Did you mean tables/" + name + "? Else write")
                        .orElse("Write");
        return Stream.concat(
                Stream.of(
                        stray(
                                folder,
                                "the tables of this folder are not read: there is no graph/"
                                        + source
                                        + ".trig",
                                near
                                        + " graph/"
                                        + source
                                        + ".trig, which says what the source is.")),
                files);
    }

    private Stream<Finding> inFolder(Path folder, Path file) {
        var name = name(file);
        if (name.endsWith(".csv")) return Stream.of();
        var table = name.replaceFirst("\\.[^.]*$", ".csv");
        if (name.endsWith(".yaml") && !name(folder).equals(NAMES))
            return Files.exists(folder.resolve(table))
                    ? Stream.of()
                    : Stream.of(
                            stray(
                                    file,
                                    "this mapping file belongs to no table",
                                    "It has the name of its table: there is no " + table + "."));
        if (name.endsWith(".yml"))
            return Stream.of(
                    stray(
                            file,
                            "nothing reads this file",
                            "A mapping file ends in .yaml: call it "
                                    + name.replaceFirst("yml$", "yaml")
                                    + "."));
        return Stream.of(
                stray(
                        file,
                        "nothing reads this file",
                        "A table ends in .csv, its mapping file in .yaml, in small letters."));
    }
}
