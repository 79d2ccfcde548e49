package org.modelgraph.http.pages.compare;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.http.pages.compare.Comparison.Cell;
import org.modelgraph.http.pages.compare.Comparison.Row;
import org.modelgraph.http.pages.compare.Comparison.Standing;
import org.modelgraph.http.pages.panel.Line;
import org.modelgraph.http.pages.panel.Panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays the answers about several models side by side. */
public final class Comparing {
    private final List<Thing> models;

    /** For these models, in this order. */
    public Comparing(List<Thing> models) {
        this.models = models;
    }

    /** Attributes: a row a property, the values in the cells. */
    public List<Row> facts(Panel panel) {
        return rows(panel, l -> l.thing("property"), _ -> "", "value");
    }

    /** Disclosure: a row an item, its status in the cells. */
    public List<Row> disclosure(Panel panel) {
        return rows(panel, l -> l.thing("item"), _ -> "", "status");
    }

    /** Concepts: a row a concept, grouped by property, a mark in the cells. */
    public List<Row> concepts(Panel panel) {
        return rows(panel, l -> l.thing("thing"), l -> l.words("property"), "property");
    }

    private List<Row> rows(
            Panel panel,
            Function<Line, Optional<Thing>> aspect,
            Function<Line, String> group,
            String value) {
        record Key(Thing aspect, String group) {}
        return grouped(panel.lines(), l -> aspect.apply(l).map(a -> new Key(a, group.apply(l))))
                .entrySet()
                .stream()
                .map(e ->
                        new Row(
                                e.getKey().aspect(),
                                e.getKey().group(),
                                "",
                                Standing.PLAIN,
                                models.stream().map(m -> cell(e.getValue(), m, value)).toList()))
                .toList();
    }

    private static Cell cell(List<Line> lines, Thing model, String value) {
        var values =
                of(lines, model).stream().flatMap(l -> l.value(value).stream()).distinct().toList();
        return new Cell(values, "", Optional.empty(), false, -1);
    }

    private static List<Line> of(List<Line> lines, Thing model) {
        return lines.stream()
                .filter(l -> l.thing("model").filter(model::equals).isPresent())
                .toList();
    }

    private static <K> Map<K, List<Line>> grouped(
            List<Line> lines, Function<Line, Optional<K>> key) {
        return lines.stream()
                .filter(l -> key.apply(l).isPresent())
                .collect(
                        Collectors.groupingBy(
                                l -> key.apply(l).orElseThrow(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /**
     * Results: a row a benchmark, metric and setting under which several models were measured;
     * where they were measured under different settings only, one row that says so.
     */
    public List<Row> results(Panel panel) {
        record Key(Thing benchmark, String metric) {}
        var rows = new ArrayList<Row>();
        grouped(panel.lines(), l -> l.thing("benchmark").map(b -> new Key(b, l.words("metric"))))
                .forEach(
                        (key, lines) -> rows.addAll(results(key.benchmark(), key.metric(), lines)));
        return rows;
    }

    private List<Row> results(Thing benchmark, String metric, List<Line> lines) {
        var bySetting = grouped(lines, l -> Optional.of(l.words("setting")));
        var shared = bySetting.entrySet().stream().filter(e -> modelsIn(e.getValue()) > 1).toList();
        if (!shared.isEmpty())
            return shared.stream()
                    .map(e ->
                            new Row(
                                    benchmark,
                                    metric,
                                    e.getKey(),
                                    Standing.COMPARABLE,
                                    cells(e.getValue(), true)))
                    .toList();
        var standing = modelsIn(lines) > 1 ? Standing.NOT_COMPARABLE : Standing.COMPARABLE;
        return List.of(new Row(benchmark, metric, "", standing, cells(lines, false)));
    }

    private static long modelsIn(List<Line> lines) {
        return lines.stream().flatMap(l -> l.thing("model").stream()).distinct().count();
    }

    private List<Cell> cells(List<Line> lines, boolean comparable) {
        var lower = lines.stream().anyMatch(l -> l.is("lowerIsBetter"));
        var firsts = models.stream().map(m -> of(lines, m).stream().findFirst()).toList();
        var numbers =
                firsts.stream()
                        .flatMap(Optional::stream)
                        .mapToDouble(l -> l.number("value").orElse(0))
                        .toArray();
        var greatest = java.util.Arrays.stream(numbers).map(Math::abs).max().orElse(0);
        var best =
                lower
                        ? java.util.Arrays.stream(numbers).min().orElse(0)
                        : java.util.Arrays.stream(numbers).max().orElse(0);
        return firsts.stream()
                .map(l -> l.map(x -> cell(x, comparable, best, greatest)).orElse(Cell.EMPTY))
                .toList();
    }

    private static Cell cell(Line line, boolean comparable, double best, double greatest) {
        var number = line.number("value").orElse(0);
        List<Value> values = line.value("value").map(List::of).orElse(List.of());
        return new Cell(
                values,
                comparable ? "" : line.words("setting"),
                line.thing("result"),
                comparable && number == best,
                greatest == 0 ? -1 : 100 * Math.abs(number) / greatest);
    }
}
