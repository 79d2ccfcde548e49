package org.modelgraph.http.reconcile;

import org.modelgraph.graph.ReviewedNames;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.imports.GraphNames;
import org.modelgraph.ingest.Names;
import org.modelgraph.naming.NameIndex;

import java.nio.file.Path;
import java.util.Optional;

/** The names and classes of one state of the store, read when they are asked for. */
public final class Register {
    /** What was read. */
    record Held(Version version, NameIndex names, Types types) {}

    private final Optional<Path> ontology;
    private volatile Optional<Names> reviewed = Optional.empty();
    private volatile Optional<Held> held = Optional.empty();

    /**
     * A register.
     *
     * @param ontology the directory with the reviewed names; those that travel in the program where
     *     empty
     */
    public Register(Optional<Path> ontology) {
        this.ontology = ontology;
    }

    /** The register of one state of the store. */
    Held of(View view) {
        var now = held;
        if (now.isPresent() && now.get().version().equals(view.version())) return now.get();
        synchronized (this) {
            now = held;
            if (now.isPresent() && now.get().version().equals(view.version())) return now.get();
            var names = reviewed.orElseGet(() -> ReviewedNames.read(ontology));
            reviewed = Optional.of(names);
            var graph = view.everything();
            var index = GraphNames.index(graph, names);
            var fresh = new Held(view.version(), index, new Types(index, graph));
            held = Optional.of(fresh);
            return fresh;
        }
    }
}
