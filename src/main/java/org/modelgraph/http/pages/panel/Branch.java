package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A concept and what is narrower than it. */
public record Branch(Thing concept, List<Branch> narrower) {
    private static final int DEEPEST = 8;

    /**
     * The trees that the rows of a panel make: a concept a row, with its wider one where there is
     * one.
     */
    public static List<Branch> of(Panel panel) {
        var known = new HashSet<Thing>(panel.groups("concept").keySet());
        return panel.groups("concept").entrySet().stream()
                .filter(e ->
                        e.getValue().stream()
                                .noneMatch(l ->
                                        l.thing("broader").filter(known::contains).isPresent()))
                .map(e -> branch(panel, e.getKey(), Set.of()))
                .toList();
    }

    private static Branch branch(Panel panel, Thing concept, Set<Thing> above) {
        var path = new HashSet<>(above);
        path.add(concept);
        var narrower =
                path.size() > DEEPEST
                        ? List.<Thing>of()
                        : panel.lines().stream()
                                .filter(l -> l.thing("broader").filter(concept::equals).isPresent())
                                .flatMap(l -> l.thing("concept").stream())
                                .filter(c -> !path.contains(c))
                                .distinct()
                                .toList();
        return new Branch(concept, narrower.stream().map(c -> branch(panel, c, path)).toList());
    }
}
