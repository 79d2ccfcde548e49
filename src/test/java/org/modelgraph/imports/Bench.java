package org.modelgraph.imports;

import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.ReviewedNames;
import org.modelgraph.graph.Version;
import org.modelgraph.ingest.format.Formats;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.ontology.Bundled;
import org.modelgraph.sparql.Prefixes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store with the bundled files, as they stand, into which tests import. */
final class Bench implements AutoCloseable {
    static final Path FIXTURES = Path.of("src/test/resources/import");

    private static final Terminology TERMINOLOGY = Terminology.of(Bundled.ONTOLOGY);

    private final KnowledgeGraph store;

    Bench() throws Exception {
        var directory = Files.createTempDirectory(Path.of("target"), "import-");
        store = KnowledgeGraph.open(directory, DefaultGraph.UNION);
        store.load(bulk ->
                Bundled.ONTOLOGY
                        .documents()
                        .forEach(d ->
                                d.triples()
                                        .find()
                                        .forEachRemaining(
                                                t -> bulk.quad(Quad.create(d.graph(), t)))));
    }

    /**
     * What an import did.
     *
     * @param outcomes one a file
     * @param lines the notes, each as {@code kind: line}
     */
    record Run(WordReport words, List<FileOutcome> outcomes, List<String> lines, Version version) {
        long claims() {
            return words.claims();
        }

        List<String> notes(Note.Kind kind) {
            return lines.stream()
                    .filter(l -> l.startsWith(kind.words() + ": "))
                    .map(l -> l.substring(kind.words().length() + 2))
                    .toList();
        }
    }

    Run run(String format, Path... named) {
        return run(format, options(Naming.Unknown.OWN, false), named);
    }

    static Import.Options options(Naming.Unknown unknown, boolean dryRun) {
        return options(Optional.empty(), Optional.empty(), unknown, dryRun);
    }

    static Import.Options options(
            Optional<Path> mapping, Optional<Node> graph, Naming.Unknown unknown, boolean dryRun) {
        return new Import.Options(
                TERMINOLOGY,
                GraphFactory.createDefaultGraph(),
                ReviewedNames.read(Optional.empty()),
                mapping,
                graph,
                unknown,
                dryRun,
                Attribution.PROGRAM,
                _ -> {});
    }

    Run run(String name, Import.Options options, Path... named) {
        var format = Formats.of(name);
        var words = new WordReport(20);
        var outcomes = new ArrayList<FileOutcome>();
        var lines = new ArrayList<String>();
        var keeping =
                new Report() {
                    @Override
                    public void note(String file, Note note) {
                        lines.add(note.kind().words() + ": " + Report.line(file, note));
                    }

                    @Override
                    public void file(FileOutcome outcome) {
                        outcomes.add(outcome);
                    }
                };
        var version =
                new Import(format, options, store)
                        .run(
                                InputFiles.of(format, List.of(named)),
                                Report.both(words, keeping),
                                (_, _) -> {});
        return new Run(words, outcomes, lines, version);
    }

    KnowledgeGraph store() {
        return store;
    }

    /** The rows of a SELECT over everything, their values joined by blanks, sorted. */
    List<String> ask(String query) {
        var text = new StringBuilder();
        Prefixes.map().forEach((p, iri) -> text.append("PREFIX " + p + ": <" + iri + ">\n"));
        var parsed = QueryFactory.create(text + query);
        return store.read(view -> {
            try (var execution = QueryExec.graph(view.everything()).query(parsed).build()) {
                var rows = new ArrayList<String>();
                execution
                        .select()
                        .forEachRemaining(row -> {
                            var cells = new ArrayList<String>();
                            for (var name : parsed.getResultVars()) {
                                var node = row.get(Var.alloc(name));
                                if (node == null) continue;
                                cells.add(
                                        node.isURI()
                                                ? Prefixes.shorten(node.getURI())
                                                        .orElse(node.getURI())
                                                : node.isLiteral()
                                                        ? node.getLiteralLexicalForm()
                                                        : "_");
                            }
                            rows.add(String.join(" ", cells));
                        });
                return rows.stream().sorted().toList();
            }
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
