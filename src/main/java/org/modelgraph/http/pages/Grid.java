package org.modelgraph.http.pages;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Two things against each other.
 *
 * @param corner what stands down and across, in words
 * @param across the things across
 * @param lines a line for each thing down
 */
public record Grid(String corner, List<Thing> across, List<Line> lines) {
    private static final int WIDEST = 40;

    /** A thing and what is said of it and each thing across; empty where nothing is. */
    public record Line(Thing thing, List<List<Value>> cells) {}

    /**
     * An answer as a grid: its first two columns of things against each other, and in the cells
     * what the next column says, or a mark where there is none.
     */
    static Optional<Grid> of(List<Column> columns) {
        var things = columns.stream().filter(c -> c.isThings() && c.varies()).toList();
        if (things.size() < 2) return Optional.empty();
        var down = things.get(0);
        var over = things.get(1);
        var said =
                columns.stream()
                        .filter(c -> !c.equals(down) && !c.equals(over) && c.varies())
                        .findFirst();
        var across = distinct(over);
        if (across.size() > WIDEST) return Optional.empty();
        var lines = new ArrayList<Line>();
        for (var thing : distinct(down)) {
            var cells = new ArrayList<List<Value>>();
            for (var other : across) cells.add(cell(down, thing, over, other, said));
            lines.add(new Line(thing, cells));
        }
        return Optional.of(new Grid(down.heading() + " × " + over.heading(), across, lines));
    }

    private static List<Value> cell(
            Column down, Thing thing, Column over, Thing other, Optional<Column> said) {
        var values = new LinkedHashSet<Value>();
        for (var row = 0; row < down.values().size(); row++)
            if (is(down, row, thing) && is(over, row, other)) values.add(said(said, row));
        return List.copyOf(values);
    }

    private static Value said(Optional<Column> said, int row) {
        return said.flatMap(c -> c.values().get(row)).orElse(new Value.Text("●", "", ""));
    }

    private static boolean is(Column column, int row, Thing thing) {
        return column.values().get(row).filter(new Value.Node(thing)::equals).isPresent();
    }

    private static List<Thing> distinct(Column column) {
        var things = new LinkedHashSet<Thing>();
        for (var value : column.values())
            if (value.orElse(null) instanceof Value.Node node) things.add(node.thing());
        return List.copyOf(things);
    }
}
