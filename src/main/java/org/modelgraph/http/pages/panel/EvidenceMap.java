package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues against what acts on them.
 *
 * @param measures what stands across: the measures that act on most issues
 * @param rows a row an issue
 */
public record EvidenceMap(List<Thing> measures, List<Row> rows) {
    private static final int WIDEST = 26;

    /**
     * An issue and the evidence for each measure.
     *
     * @param models how many models have it, in figures; empty text where that is not asked
     * @param cells a strength for each measure, empty where the measure does not act on it
     * @param others how many measures act on it that do not stand across
     * @param open true where nothing acts on it
     */
    public record Row(
            Thing issue, String models, List<Optional<Strength>> cells, int others, boolean open) {}

    /** The map that the rows of a panel make. */
    public static EvidenceMap of(Panel panel) {
        var strongest = new LinkedHashMap<Thing, Map<Thing, Strength>>();
        var models = new LinkedHashMap<Thing, String>();
        for (var line : panel.lines()) {
            var issue = line.thing("issue").orElseThrow();
            models.put(issue, line.words("models"));
            var cells = strongest.computeIfAbsent(issue, _ -> new LinkedHashMap<>());
            line.thing(panel.measure())
                    .ifPresent(m ->
                            cells.merge(m, Strength.of(line.words("rank")), EvidenceMap::stronger));
        }
        var measures = widest(strongest);
        return new EvidenceMap(
                measures,
                strongest.entrySet().stream()
                        .map(e -> row(e.getKey(), models, e.getValue(), measures))
                        .toList());
    }

    private static Strength stronger(Strength one, Strength other) {
        return one.rank() <= other.rank() ? one : other;
    }

    private static List<Thing> widest(Map<Thing, Map<Thing, Strength>> strongest) {
        var counts = new LinkedHashMap<Thing, Integer>();
        strongest
                .values()
                .forEach(cells -> cells.keySet().forEach(m -> counts.merge(m, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Thing, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(WIDEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Row row(
            Thing issue,
            Map<Thing, String> models,
            Map<Thing, Strength> cells,
            List<Thing> measures) {
        var shown = new ArrayList<Optional<Strength>>();
        for (var measure : measures) shown.add(Optional.ofNullable(cells.get(measure)));
        var others = (int) cells.keySet().stream().filter(m -> !measures.contains(m)).count();
        return new Row(issue, models.getOrDefault(issue, ""), shown, others, cells.isEmpty());
    }

    /** How many issues nothing acts on. */
    public long openIssues() {
        return rows.stream().filter(Row::open).count();
    }
}
