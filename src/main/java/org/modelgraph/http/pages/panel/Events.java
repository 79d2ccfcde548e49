package org.modelgraph.http.pages.panel;

import org.modelgraph.chart.Timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of a panel that have a date, as events in time. */
public record Events(Panel panel) {
    /** The events as a drawing, a lane for each property; empty where no date can be read. */
    public Optional<String> svg() {
        var lanes =
                panel.groups("property").entrySet().stream()
                        .map(e ->
                                new Timeline.Lane(
                                        e.getKey().label(),
                                        e.getValue().stream()
                                                .flatMap(l -> event(l).stream())
                                                .toList()))
                        .filter(l -> !l.events().isEmpty())
                        .toList();
        return lanes.isEmpty() ? Optional.empty() : Optional.of(Timeline.svg(panel.title(), lanes));
    }

    private Optional<Timeline.Event> event(Line line) {
        var date = line.words("date");
        return year(date)
                .flatMap(year ->
                        line.thing("thing")
                                .map(thing ->
                                        new Timeline.Event(
                                                year,
                                                thing.label(),
                                                date,
                                                panel.frame().page(thing.iri()))));
    }

    /** A date, a month or a year as a year and its part. */
    private static Optional<Double> year(String date) {
        if (!date.matches("\\d{4}(-\\d{2}(-\\d{2}.*)?)?")) return Optional.empty();
        var year = Double.parseDouble(date.substring(0, 4));
        var month = date.length() > 4 ? Integer.parseInt(date.substring(5, 7)) - 1 : 0;
        var day = date.length() > 7 ? Integer.parseInt(date.substring(8, 10)) - 1 : 0;
        return Optional.of(year + month / 12.0 + day / 366.0);
    }

    /** The events by year, the latest year first. */
    public Map<String, List<Line>> byYear() {
        return panel.lines().reversed().stream()
                .filter(l -> l.words("date").length() >= 4)
                .collect(
                        Collectors.groupingBy(
                                l -> l.words("date").substring(0, 4),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
