package org.modelgraph.command;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.Setting;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DerivedGraph;
import org.modelgraph.graph.Installation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Ontology;
import org.modelgraph.graph.ReviewedNames;
import org.modelgraph.graph.Version;
import org.modelgraph.history.History;
import org.modelgraph.imports.FileOutcome;
import org.modelgraph.imports.Import;
import org.modelgraph.imports.InputFiles;
import org.modelgraph.imports.Report;
import org.modelgraph.imports.Terminology;
import org.modelgraph.imports.WordReport;
import org.modelgraph.ingest.format.Formats;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code import}: files of other formats into a store, as claims with source and place. */
final class ImportCommand extends Command {
    private static final int SHOWN_NOTES = 20;

    ImportCommand() {
        super(
                "import",
                "Reads files of another format, resolves their names against the graph and adds"
                        + " what they say as claims, each with source, place and the review status"
                        + " “unreviewed”. The same import twice changes nothing. Formats: "
                        + Formats.names()
                        + ".",
                Setting.DATABASE,
                Setting.ONTOLOGY,
                Setting.HISTORY_DAYS,
                Setting.HISTORY_SIZE,
                Setting.EMPTY);
        option("--graph", "IRI", "One graph for all files; else each file has its own.");
        option(
                "--unknown",
                "own|leave",
                "What becomes of names that the graph does not know: a thing of its own, or what"
                        + " they are needed for is left aside. Default: own.");
        option(
                "--mapping",
                "FILE",
                "A mapping file that goes before the format's own: names, units, fields.");
        option("--report", "FILE", "Where the whole report goes: .ttl, .nt or .txt.");
        spec().addOption(
                        OptionSpec.builder("--dry-run")
                                .type(boolean.class)
                                .arity("0")
                                .description("Reads, checks and reports, and changes nothing.")
                                .build());
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FORMAT")
                                .type(String.class)
                                .arity("1")
                                .required(true)
                                .index("0")
                                .description("The format of the files.")
                                .build());
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE|DIR")
                                .type(List.class)
                                .auxiliaryTypes(Path.class)
                                .arity("1..*")
                                .required(true)
                                .index("1..*")
                                .description("Files, or directories that are searched for them.")
                                .build());
    }

    @Override
    public Integer call() {
        var format = Formats.of(given().matchedPositionalValue(0, ""));
        var named = new ArrayList<Path>(given().matchedPositionalValue(1, List.<Path>of()));
        var inputs = InputFiles.of(format, named);
        var start = System.nanoTime();
        var words = new WordReport(SHOWN_NOTES);
        var ontology = Ontology.read(settings().ontology());
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph());
                var whole = ReportFile.open(text("--report"), format.name())) {
            History.of(store, ServeCommand.retention(settings()));
            if (!settings().empty() && !given().hasMatchedOption("--dry-run"))
                new Installation(
                                ontology.with(QueryExamples.of(Catalog.read(settings().queries()))))
                        .into(store);
            store.enlist(new DerivedGraph());
            var version =
                    run(
                            new Import(format, options(ontology), store),
                            inputs,
                            Report.both(words, whole));
            words.lines().forEach(err()::println);
            tell(version, (System.nanoTime() - start) / 1e9, words);
        }
        return words.files(FileOutcome.State.BROKEN) == 0 ? 0 : 1;
    }

    private static Version run(Import run, List<InputFiles.Input> inputs, Report report) {
        var total = inputs.stream().mapToLong(InputFiles.Input::size).sum();
        try (var bar = new ReadingBar("import", total)) {
            return run.run(
                    inputs,
                    report,
                    (bytes, file) -> {
                        bar.at(bytes);
                        bar.reading(file);
                    });
        }
    }

    private Import.Options options(Ontology ontology) {
        var dryRun = given().hasMatchedOption("--dry-run");
        return new Import.Options(
                Terminology.of(ontology),
                dryRun ? ontology.merged() : GraphFactory.createDefaultGraph(),
                ReviewedNames.read(settings().ontology()),
                text("--mapping").map(Path::of),
                text("--graph").map(ImportCommand::graph),
                unknown(),
                dryRun,
                new Attribution("modelgraph import", Optional.empty()),
                _ -> {});
    }

    private Optional<String> text(String option) {
        return Optional.ofNullable(given().matchedOptionValue(option, (String) null));
    }

    private static Node graph(String iri) {
        if (!iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+"))
            throw Problem.of(Problem.Kind.BAD_REQUEST, "--graph is '" + iri + "', which is no IRI.")
                    .hint("Give an absolute IRI, such as https://example.org/graph/mine.");
        return NodeFactory.createURI(iri);
    }

    private Naming.Unknown unknown() {
        return switch (text("--unknown").orElse("own")) {
            case "own" -> Naming.Unknown.OWN;
            case "leave" -> Naming.Unknown.LEAVE;
            case String other ->
                    throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "--unknown is '" + other + "'; it should be own or leave.");
        };
    }

    private void tell(Version version, double seconds, WordReport words) {
        err().printf(
                        Locale.ROOT,
                        "%s in %.1f s (%,.0f claims a second); version %s%n",
                        given().hasMatchedOption("--dry-run") ? "Nothing changed" : "Imported",
                        seconds,
                        words.claims() / Math.max(1e-3, seconds),
                        version);
    }
}
