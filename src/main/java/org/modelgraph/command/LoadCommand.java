package org.modelgraph.command;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.Setting;
import org.modelgraph.audit.Audit;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DerivedGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.LoadGuard;
import org.modelgraph.graph.Parsing;
import org.modelgraph.graph.ShapeGuard;
import org.modelgraph.history.History;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code load}: files into a store, all of them or none. */
final class LoadCommand extends Command {
    /** In bytes, unpacked. */
    private static final long SMALL = 2_000_000;

    LoadCommand() {
        super(
                "load",
                "Loads RDF files of any syntax, packed with gzip or not, into a store: all of them"
                        + " or none.",
                Setting.DATABASE,
                Setting.HISTORY_DAYS,
                Setting.HISTORY_SIZE,
                Setting.AUDIT,
                Setting.AUDIT_SIZE);
        spec().addOption(
                        OptionSpec.builder("--graph")
                                .type(String.class)
                                .paramLabel("IRI")
                                .description(
                                        "The graph for triples that name none; else they go into"
                                                + " the default graph.")
                                .build());
        spec().addOption(
                        OptionSpec.builder("--reason")
                                .type(String.class)
                                .paramLabel("TEXT")
                                .description("Why, for the history.")
                                .build());
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE")
                                .type(List.class)
                                .auxiliaryTypes(Path.class)
                                .arity("1..*")
                                .required(true)
                                .index("0..*")
                                .description("The files.")
                                .build());
    }

    @Override
    public Integer call() throws IOException {
        var files = new ArrayList<Path>(given().matchedPositionalValue(0, List.<Path>of()));
        var graph =
                given().hasMatchedOption("--graph")
                        ? NodeFactory.createURI(given().matchedOptionValue("--graph", ""))
                        : Quad.defaultGraphIRI;
        var start = System.nanoTime();
        var counts = new Counts();
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph())) {
            History.of(store, ServeCommand.retention(settings()));
            Audit.of(store, settings().audit(), settings().auditBytes());
            store.enlist(new DerivedGraph());
            store.enlist(new ShapeGuard(settings().validation()));
            store.enlist(new LoadGuard(settings().validation()));
            Consumer<StreamRDF> reading = sink -> readAll(files, new Counting(sink, graph, counts));
            var version =
                    isSmall(files)
                            ? store.write(
                                    attribution(),
                                    overlay -> reading.accept(StreamRDFLib.dataset(overlay)))
                            : store.load(attribution(), reading::accept);
            var seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
            err().printf(
                            Locale.ROOT,
                            "Loaded %,d statements from %d %s in %.1f s (%,.0f a second); version"
                                    + " %s%n",
                            counts.statements,
                            files.size(),
                            files.size() == 1 ? "file" : "files",
                            seconds,
                            counts.statements / seconds,
                            version);
        }
        return 0;
    }

    private Attribution attribution() {
        return new Attribution(
                "modelgraph load",
                Optional.ofNullable(given().matchedOptionValue("--reason", (String) null)));
    }

    /**
     * Few statements are written as a client's are, so that only what follows from them is derived.
     */
    private static boolean isSmall(List<Path> files) {
        return files.stream()
                        .mapToLong(f -> f.toString().endsWith(".gz") ? 10 * size(f) : size(f))
                        .sum()
                < SMALL;
    }

    private void readAll(List<Path> files, StreamRDF sink) {
        var total = files.stream().mapToLong(LoadCommand::size).sum();
        try (var bar = new ReadingBar("load", total)) {
            var before = 0L;
            for (var file : files) {
                var offset = before;
                bar.reading(file.getFileName().toString());
                RdfFiles.read(file, Parsing.Warnings.IGNORED, done -> bar.at(offset + done), sink);
                before += size(file);
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static final class Counts {
        private long statements;
    }

    /** Counts what passes, and puts triples without a graph where they belong. */
    private static final class Counting extends StreamRDFWrapper {
        private final Node graph;
        private final Counts counts;

        Counting(StreamRDF sink, Node graph, Counts counts) {
            super(sink);
            this.graph = graph;
            this.counts = counts;
        }

        @Override
        public void triple(Triple triple) {
            counts.statements++;
            super.quad(Quad.create(graph, triple));
        }

        @Override
        public void quad(Quad quad) {
            counts.statements++;
            super.quad(quad.isDefaultGraph() ? Quad.create(graph, quad.asTriple()) : quad);
        }

        @Override
        public void prefix(String prefix, String iri) {
            // the prefixes of a file are its author's, not the store's
        }
    }
}
