package org.modelgraph.graph;

import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The solutions of a pattern that some changed triples can touch: all of them, or those that are
 * compatible with one of some bindings.
 */
final class Touched {
    /** More bindings than this are not worth telling apart. */
    static final int MOST = 5_000;

    private final Map<Set<Var>, Set<Binding>> rows = new LinkedHashMap<>();
    private boolean everything;
    private int size;

    void add(Binding binding) {
        if (everything) return;
        if (binding.isEmpty() || size >= MOST) {
            addEverything();
            return;
        }
        if (rows.computeIfAbsent(binding.varsMentioned(), _ -> new LinkedHashSet<>()).add(binding))
            size++;
    }

    void addEverything() {
        everything = true;
        rows.clear();
    }

    boolean isEverything() {
        return everything;
    }

    boolean isEmpty() {
        return !everything && rows.isEmpty();
    }

    /** The bindings, those of the same variables together. */
    Collection<Set<Binding>> rows() {
        return rows.values();
    }

    static Table table(Collection<Binding> bindings) {
        var first = bindings.iterator().next();
        var table = TableFactory.create(List.copyOf(first.varsMentioned()));
        bindings.forEach(table::addBinding);
        return table;
    }
}
