package org.modelgraph.replication;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.graph.Proposal;
import org.modelgraph.graph.Replayed;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries the entries of a log over to a store, each exactly once: the place of the last one stands
 * in the transaction that carries it over, and an entry that does not follow on the version that
 * the store is at is refused.
 */
final class Application {
    private final KnowledgeGraph store;
    private final String log;

    Application(KnowledgeGraph store, ReplicationLog log) {
        this.store = store;
        this.log = log.name();
    }

    /** The place of the last entry that the store has of this log. */
    long place() {
        return store.read(View::place)
                .filter(p -> p.log().equals(log))
                .map(LogPlace::number)
                .orElse(ReplicationLog.NOWHERE);
    }

    /** True of a store that has never been written. */
    boolean isUntouched() {
        return store.read(view -> view.version().number() == 0 && view.place().isEmpty());
    }

    /**
     * Carries entries over.
     *
     * @throws Problem of kind {@link Problem.Kind#CONFLICT} where one does not follow; those before
     *     it are in the store
     */
    void apply(List<Entry> entries) {
        var together = new ArrayList<Replayed>();
        var version = store.version();
        try {
            for (var entry : entries) {
                if (!isNew(entry, version)) continue;
                version = entry.header().version();
                var held = held(entry);
                if (held.isPresent()) {
                    together.add(held.get());
                } else {
                    applyAll(together);
                    send(entry);
                }
            }
        } finally {
            try {
                applyAll(together);
            } finally {
                entries.forEach(e -> e.content().release());
            }
        }
    }

    private void applyAll(List<Replayed> together) {
        if (!together.isEmpty()) store.replay(List.copyOf(together));
        together.clear();
    }

    /** True of an entry that follows; false of one that the store has already. */
    private boolean isNew(Entry entry, Version version) {
        var header = entry.header();
        var sameLine = header.version().epoch().equals(version.epoch());
        var behind = header.version().number() - version.number();
        return switch (header.kind()) {
            case STATE -> {
                if (!sameLine && !isUntouched()) throw anotherLine(header);
                yield !sameLine || behind > 0;
            }
            case BEGIN, COMMIT -> {
                if (!sameLine && version.number() == 0 && header.previous().number() == 0)
                    yield isUntouched();
                if (!sameLine) throw anotherLine(header);
                if (behind < 0 || (behind == 0 && !header.previous().equals(header.version())))
                    yield false;
                if (!header.previous().equals(version)) throw gap(header, version);
                yield true;
            }
        };
    }

    private static Problem anotherLine(EntryHeader header) {
        return Problem.of(
                        Problem.Kind.CONFLICT,
                        "The log is of another store than this one: its entry makes version "
                                + header.version()
                                + ".")
                .hint("Begin with an empty database directory, or restore a backup of the writer.");
    }

    private static Problem gap(EntryHeader header, Version version) {
        return Problem.of(
                        Problem.Kind.CONFLICT,
                        "The log goes on from version "
                                + header.previous()
                                + ", and the store is at "
                                + version
                                + ".")
                .hint("Restore a newer backup of the writer with --follow.");
    }

    /**
     * An entry whose changes are few; empty where they are many, or where the same quad goes and
     * comes, as it does in a load that replaces a graph.
     */
    private static Optional<Replayed> held(Entry entry) {
        var header = entry.header();
        if (!(entry.content() instanceof Content.Held) || header.kind() == EntryHeader.Kind.STATE)
            return Optional.empty();
        var removed = new LinkedHashSet<Quad>();
        var added = new LinkedHashSet<Quad>();
        entry.content().send(new Quads(added::add, removed::add));
        if (!Collections.disjoint(removed, added)) return Optional.empty();
        var change =
                new Change(
                        header.previous(),
                        header.version(),
                        header.by(),
                        header.at(),
                        false,
                        removed,
                        added);
        return Optional.of(replayed(entry, change));
    }

    private static Replayed replayed(Entry entry, Change change) {
        var header = entry.header();
        return new Replayed(
                new Proposal(change, header.touched(), header.receipt()),
                entry.place(),
                header.ledger());
    }

    private void send(Entry entry) {
        var header = entry.header();
        var whole = header.kind() == EntryHeader.Kind.STATE;
        var before = whole ? store.version() : header.previous();
        var change =
                new Change(
                        before,
                        header.version(),
                        header.by(),
                        header.at(),
                        true,
                        List.of(),
                        List.of());
        store.replay(
                replayed(entry, change),
                bulk -> {
                    if (whole) bulk.clearAll();
                    entry.content().send(new Quads(bulk::quad, bulk::delete));
                });
    }

    /** Takes the changes of a patch as quads. */
    private static final class Quads extends RDFChangesBase {
        private final Consumer<Quad> adding;
        private final Consumer<Quad> removing;

        Quads(Consumer<Quad> adding, Consumer<Quad> removing) {
            this.adding = adding;
            this.removing = removing;
        }

        @Override
        public void add(@Nullable Node g, Node s, Node p, Node o) {
            adding.accept(quad(g, s, p, o));
        }

        @Override
        public void delete(@Nullable Node g, Node s, Node p, Node o) {
            removing.accept(quad(g, s, p, o));
        }

        private static Quad quad(@Nullable Node g, Node s, Node p, Node o) {
            return Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o);
        }
    }
}
