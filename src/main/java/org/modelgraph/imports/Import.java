package org.modelgraph.imports;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.system.StreamRDFLib;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.ingest.Names;
import org.modelgraph.ingest.format.Format;
import org.modelgraph.ingest.format.FormatMapping;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.ingest.format.SourceFile;
import org.modelgraph.naming.NameIndex;
import org.modelgraph.naming.NormalName;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of an import. All files are read and checked first; then all that is new goes into the
 * store as one commit. The graph of a file is replaced as a whole where what the file says has
 * changed, and stays where it has not.
 */
public final class Import {
    private static final Logger log = LoggerFactory.getLogger(Import.class);

    /** Up to so many bytes of quads are committed as a write that others take part in. */
    private static final long MOST_JUDGED = 24_000_000;

    private final Format format;
    private final Options options;
    private final KnowledgeGraph store;

    /**
     * How an import is done.
     *
     * @param terminology what the claims are checked against
     * @param beside what is known beside the store, for a store without the ontology
     * @param reviewed names as sources print them
     * @param mapping a mapping file that goes before the format's own
     * @param graph the one graph for what all files say; a graph a file where empty
     * @param unknown what becomes of names that mean nothing in the graph
     * @param dryRun true to read, check and report, and leave the store as it is
     * @param by on whose behalf the store is changed
     * @param permission is asked for each graph before the store is changed
     */
    public record Options(
            Terminology terminology,
            Graph beside,
            Names reviewed,
            Optional<Path> mapping,
            Optional<Node> graph,
            Naming.Unknown unknown,
            boolean dryRun,
            Attribution by,
            Permission permission) {}

    /** Lets graphs be changed, or throws. */
    @FunctionalInterface
    public interface Permission {
        void require(Node graph);
    }

    /** Is told how far the import is: how many bytes are done, and which file is read. */
    @FunctionalInterface
    public interface Progress {
        void at(long bytes, String file);
    }

    public Import(Format format, Options options, KnowledgeGraph store) {
        this.format = format;
        this.options = options;
        this.store = store;
    }

    /**
     * Imports the files.
     *
     * @return the version of the store afterwards
     */
    public Version run(List<InputFiles.Input> inputs, Report report, Progress progress) {
        try (var spool = new Spool()) {
            var replacement = store.read(view -> prepare(view, spool, inputs, report, progress));
            if (options.dryRun() || replacement.isEmpty()) return store.version();
            return commit(spool, replacement);
        }
    }

    /** Commits what waits in the spool: all that others may see and judge, where it is not huge. */
    private Version commit(Spool spool, Replacement replacement) {
        if (spool.position() <= MOST_JUDGED)
            return store.write(
                    options.by(),
                    overlay -> {
                        replacement.graphs().forEach(overlay::clear);
                        replacement.withdrawn().forEach(overlay::delete);
                        spool.sendTo(StreamRDFLib.dataset(overlay));
                    });
        if (!replacement.withdrawn().isEmpty())
            store.write(options.by(), overlay -> replacement.withdrawn().forEach(overlay::delete));
        return store.load(
                options.by(),
                bulk -> {
                    replacement.graphs().forEach(bulk::clear);
                    spool.sendTo(bulk);
                });
    }

    private Replacement prepare(
            View view,
            Spool spool,
            List<InputFiles.Input> inputs,
            Report report,
            Progress progress) {
        var stored =
                options.beside().isEmpty()
                        ? view.everything()
                        : new MultiUnion(new Graph[] {view.everything(), options.beside()});
        var index = GraphNames.index(stored, options.reviewed());
        var mapping = FormatMapping.read(format.name(), options.mapping());
        addNames(mapping, index);
        var naming =
                new Naming(index, node -> GraphNames.label(stored, node, "en"), options.unknown());
        var press =
                new Press(
                        new Checking(options.terminology(), stored),
                        view,
                        spool,
                        options.graph().isPresent(),
                        report);
        if (format.surveys()) inputs.forEach(input -> survey(input, naming));
        readAll(inputs, press, naming, mapping, progress);
        var replacement = press.replacement();
        replacement.changed().forEach(graph -> require(graph, view));
        return replacement;
    }

    private void readAll(
            List<InputFiles.Input> inputs,
            Press press,
            Naming naming,
            FormatMapping mapping,
            Progress progress) {
        var taken = new HashSet<String>();
        var done = 0L;
        for (var input : inputs) {
            var before = done;
            progress.at(before, input.name());
            var source = source(input.name(), taken);
            var target = options.graph().orElseGet(() -> graphOf(source));
            press.read(
                    new Press.Job(format, input, source, target),
                    naming,
                    mapping,
                    bytes -> progress.at(before + bytes, input.name()));
            done += input.size();
        }
        press.finish();
        progress.at(done, "");
    }

    private void require(Node graph, View view) {
        if (graph.equals(Iris.DERIVED)
                || graph.equals(Iris.CATALOG)
                || view.graph(Iris.CATALOG).contains(graph, Iris.CONTENT_HASH, Node.ANY))
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "The graph <" + graph + "> comes with the program.")
                    .hint("Import into a graph of your own.");
        options.permission().require(graph);
    }

    private void survey(InputFiles.Input input, Naming naming) {
        try {
            format.survey(
                    new SourceFile(input.path(), input.name(), input.shown(), _ -> {}), naming);
        } catch (Problem problem) {
            log.debug("{} is told when it is read", input.path(), problem);
        }
    }

    private static void addNames(FormatMapping mapping, NameIndex index) {
        mapping.names()
                .forEach((kind, meant) ->
                        meant.forEach((printed, name) -> index.name(kind, node(name), printed)));
    }

    private static Node node(String kindAndName) {
        return NodeFactory.createURI(Prefixes.BASE + kindAndName);
    }

    private static Node graphOf(String source) {
        return node("graph/" + source);
    }

    /** The name of a file as a source; two files of a run never share one. */
    private String source(String file, Set<String> taken) {
        var plain = format.name() + "-" + NormalName.slug(file.replace('.', ' '));
        var name = taken.add(plain) ? plain : plain + "-" + NormalName.hash(file).substring(0, 8);
        taken.add(name);
        return name;
    }
}
