package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings the files of an ontology into a store: all of them the first time, later only those whose
 * content changed; never the graphs that users added. All or nothing.
 */
public final class Installation {
    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final int SHOWN_VIOLATIONS = 20;
    private static final Outcome NOTHING = new Outcome(List.of(), List.of(), 0);

    private final Ontology ontology;

    public Installation(Ontology ontology) {
        this.ontology = ontology;
    }

    /**
     * What an installation did.
     *
     * @param loaded the paths of the files that were loaded
     * @param removed the graphs of files that are gone
     * @param derived how many triples the rules derived, if they ran
     */
    public record Outcome(List<String> loaded, List<String> removed, long derived) {
        /** True where the store was up to date. */
        public boolean changedNothing() {
            return loaded.isEmpty() && removed.isEmpty();
        }
    }

    /**
     * Installs a directory, or the ontology that travels in the program, and one document more. The
     * files are read only where one of them is not the one that the store has.
     *
     * @throws Problem of kind {@link Problem.Kind#INVALID_DATA} where the files break the shapes;
     *     the store is then as before
     */
    public static Outcome of(Optional<Path> directory, Document more, KnowledgeGraph store) {
        var hashes = Ontology.hashes(directory);
        hashes.put(more.graph(), more.hash());
        if (store.read(view -> installed(view.dataset())).equals(hashes)) return NOTHING;
        return new Installation(Ontology.read(directory).with(more)).into(store);
    }

    /**
     * Installs.
     *
     * @throws Problem of kind {@link Problem.Kind#INVALID_DATA} where the files break the shapes;
     *     the store is then as before
     */
    public Outcome into(KnowledgeGraph store) {
        var installed = store.read(view -> installed(view.dataset()));
        var changed =
                ontology.documents().stream()
                        .filter(d -> !d.hash().equals(installed.get(d.graph())))
                        .toList();
        var graphs = ontology.documents().stream().map(Document::graph).collect(Collectors.toSet());
        var gone = installed.keySet().stream().filter(g -> !graphs.contains(g)).toList();
        if (changed.isEmpty() && gone.isEmpty()) return NOTHING;

        log.info("Loading {} files of the ontology", changed.size());
        var known = ontology.merged();
        log.info("Deriving what follows from {} statements", known.size());
        var consequences = new Derivation(ontology.rules(), known).run();
        log.info("Checking {} statements against the shapes", known.size());
        validate(known);
        log.info("Writing them to the store");
        var derived = new long[1];
        store.write(overlay -> {
            gone.forEach(overlay::clear);
            changed.forEach(document -> replace(overlay, document.graph(), document.triples()));
            var all = withGraphsOfUsers(overlay, graphs, consequences);
            derived[0] = all.size();
            replace(overlay, Iris.DERIVED, all);
            replaceCatalog(overlay);
        });
        return new Outcome(
                changed.stream().map(Document::path).toList(),
                gone.stream().map(Node::getURI).toList(),
                derived[0]);
    }

    private void validate(Graph known) {
        var violations = new Conformance(ontology.shapes()).violations(known);
        if (violations.isEmpty()) return;
        var shown =
                violations.stream()
                        .limit(SHOWN_VIOLATIONS)
                        .map(v -> "\n  " + v)
                        .collect(Collectors.joining());
        var rest =
                violations.size() > SHOWN_VIOLATIONS
                        ? "\n  … and " + (violations.size() - SHOWN_VIOLATIONS) + " more"
                        : "";
        throw Problem.of(
                        Problem.Kind.INVALID_DATA,
                        violations.size()
                                + " breaches of the shapes in the ontology:"
                                + shown
                                + rest)
                .hint("modelgraph check lists all of them.");
    }

    private static Map<Node, String> installed(DatasetGraph dataset) {
        var hashes = new HashMap<Node, String>();
        dataset.find(Iris.CATALOG, Node.ANY, Iris.CONTENT_HASH, Node.ANY)
                .forEachRemaining(
                        q -> hashes.put(q.getSubject(), q.getObject().getLiteralLexicalForm()));
        return hashes;
    }

    private static void replace(Overlay overlay, Node graph, Graph triples) {
        overlay.clear(graph);
        triples.find()
                .forEachRemaining(
                        t -> overlay.add(graph, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    /** What follows from the files and from what users have written, if they have. */
    private Graph withGraphsOfUsers(Overlay overlay, Set<Node> ours, Graph consequences) {
        var skipped = new HashSet<>(ours);
        skipped.add(Iris.DERIVED);
        skipped.add(Iris.CATALOG);
        var theirs = GraphFactory.createDefaultGraph();
        Consumer<Node> add =
                graph ->
                        overlay.find(graph, Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(q -> theirs.add(q.asTriple()));
        overlay.listGraphNodes()
                .forEachRemaining(graph -> {
                    if (!skipped.contains(graph)) add.accept(graph);
                });
        add.accept(Quad.defaultGraphIRI);
        if (theirs.isEmpty()) return consequences;
        var known = ontology.merged();
        theirs.find().forEachRemaining(known::add);
        return new Derivation(ontology.rules(), known).run();
    }

    private void replaceCatalog(Overlay overlay) {
        overlay.clear(Iris.CATALOG);
        for (var document : ontology.documents()) {
            var graph = document.graph();
            overlay.add(
                    Iris.CATALOG,
                    graph,
                    Iris.SOURCE_FILE,
                    NodeFactory.createLiteralString(document.path()));
            overlay.add(
                    Iris.CATALOG,
                    graph,
                    Iris.CONTENT_HASH,
                    NodeFactory.createLiteralString(document.hash()));
            for (var language : List.of("en", "zh"))
                overlay.add(
                        Iris.CATALOG,
                        graph,
                        RDFS.label.asNode(),
                        NodeFactory.createLiteralLang(document.path(), language));
        }
    }
}
