package org.modelgraph.history;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What changes between two versions came to: what is there now and was not, and what is gone. */
public final class Difference {
    private final Set<Quad> added;
    private final Set<Quad> removed;

    private Difference(Set<Quad> added, Set<Quad> removed) {
        this.added = added;
        this.removed = removed;
    }

    /** The quads that the later version has and the earlier one has not. */
    public Collection<Quad> added() {
        return added;
    }

    /** The quads that the earlier version has and the later one has not. */
    public Collection<Quad> removed() {
        return removed;
    }

    /** What leads back. */
    Difference reversed() {
        return new Difference(removed, added);
    }

    /**
     * Takes up changes, one commit after the other. The first word on a quad tells whether it was
     * there at the beginning, the last one whether it is there at the end.
     */
    static final class Collector extends RDFChangesBase {
        private record Fate(boolean was, boolean is) {}

        private final Map<Quad, Fate> fates = new LinkedHashMap<>();
        private final Predicate<Quad> relevant;
        private final int most;

        /**
         * A collector without changes.
         *
         * @param relevant which quads count
         * @param most how many quads are held at most
         */
        Collector(Predicate<Quad> relevant, int most) {
            this.relevant = relevant;
            this.most = most;
        }

        @Override
        public void add(@Nullable Node g, Node s, Node p, Node o) {
            note(quad(g, s, p, o), true);
        }

        @Override
        public void delete(@Nullable Node g, Node s, Node p, Node o) {
            note(quad(g, s, p, o), false);
        }

        private void note(Quad quad, boolean is) {
            if (!relevant.test(quad)) return;
            fates.merge(quad, new Fate(!is, is), (old, _) -> new Fate(old.was(), is));
            if (fates.size() > most)
                throw Problem.of(
                                Problem.Kind.TOO_LARGE,
                                "More than " + most + " quads changed between these versions.")
                        .hint("Choose versions that are closer together, or read their patches.");
        }

        private static Quad quad(@Nullable Node g, Node s, Node p, Node o) {
            return Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o);
        }

        Difference difference() {
            var added = new LinkedHashSet<Quad>();
            var removed = new LinkedHashSet<Quad>();
            fates.forEach((quad, fate) -> {
                if (fate.is() && !fate.was()) added.add(quad);
                if (fate.was() && !fate.is()) removed.add(quad);
            });
            return new Difference(added, removed);
        }
    }
}
