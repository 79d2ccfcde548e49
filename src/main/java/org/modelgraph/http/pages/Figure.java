package org.modelgraph.http.pages;

import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.chart.BarChart;
import org.modelgraph.chart.DotPlot;
import org.modelgraph.chart.LineChart;
import org.modelgraph.chart.Point;
import org.modelgraph.chart.Row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An answer as a drawing, made from the columns that fit. */
public final class Figure {
    private static final int LONGEST = 40;
    private static final int MOST_LINES = 6;

    private final String name;
    private final List<Column> columns;
    private final int rows;

    private Figure(String name, List<Column> columns) {
        this.name = name;
        this.columns = columns;
        this.rows = columns.isEmpty() ? 0 : columns.getFirst().values().size();
    }

    /** The drawing, as SVG; empty where the view is no drawing or the columns don't fit it. */
    public static Optional<String> svg(SavedQuery.View view, String name, List<Column> columns) {
        var figure = new Figure(name, columns);
        return switch (view) {
            case BAR -> figure.bars();
            case DOT -> figure.dots();
            case LINE -> figure.lines();
            case TABLE, TIMELINE, MATRIX -> Optional.empty();
        };
    }

    private List<Column> numbers() {
        return columns.stream().filter(Column::isNumeric).toList();
    }

    /**
     * What tells rows apart: the things that they are about, and metric and setting where rows
     * differ in them, so that no numbers stand on one line that can't be compared.
     */
    private List<Column> subjects() {
        var things =
                columns.stream()
                        .filter(c -> c.isThings() && c.varies() && !c.isEvidence())
                        .toList();
        if (things.isEmpty()) return columns.stream().filter(c -> !c.isNumeric()).limit(1).toList();
        var first = things.stream().filter(c -> !c.isCondition()).findFirst();
        return Stream.concat(
                        first.stream(), columns.stream().filter(c -> c.isCondition() && c.varies()))
                .toList();
    }

    private static String words(List<Column> subjects, int row) {
        return subjects.stream()
                .map(c -> c.words(row))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> bars() {
        var numbers = numbers().stream().limit(2).toList();
        if (numbers.isEmpty()) return Optional.empty();
        var subjects = subjects();
        var bars = new ArrayList<Row>();
        for (var row = 0; row < rows && bars.size() < LONGEST; row++) {
            var at = row;
            var points = numbers.stream().flatMap(c -> point(c, at, c.heading()).stream()).toList();
            if (!points.isEmpty()) bars.add(new Row(words(subjects, row), points));
        }
        return bars.isEmpty() ? Optional.empty() : Optional.of(BarChart.svg(name, bars));
    }

    private static Optional<Point> point(Column column, int row, String what) {
        return column.number(row)
                .map(n -> new Point(n, column.words(row), "", what + ": " + column.words(row)));
    }

    private Optional<String> dots() {
        var numbers = numbers();
        if (numbers.isEmpty()) return Optional.empty();
        var subjects = subjects();
        var number = numbers.getFirst();
        var lines = new LinkedHashMap<String, List<Point>>();
        for (var row = 0; row < rows; row++) {
            var what = words(subjects, row);
            point(number, row, what)
                    .ifPresent(p -> lines.computeIfAbsent(what, _ -> new ArrayList<>()).add(p));
        }
        var dots =
                lines.entrySet().stream()
                        .limit(LONGEST)
                        .map(e -> new Row(e.getKey(), e.getValue()))
                        .toList();
        return dots.isEmpty() ? Optional.empty() : Optional.of(DotPlot.svg(name, dots));
    }

    private Optional<String> lines() {
        var dates = columns.stream().filter(Column::isDates).findFirst();
        var numbers = numbers();
        var across = dates.or(() -> numbers.stream().findFirst());
        var up = numbers.stream().filter(c -> !across.equals(Optional.of(c))).findFirst();
        if (across.isEmpty() || up.isEmpty()) return Optional.empty();
        var series =
                columns.stream()
                        .filter(c -> c.isThings() && c.varies())
                        .filter(c -> c.values().stream().distinct().count() <= MOST_LINES)
                        .findFirst();
        var lines =
                IntStream.range(0, rows)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        row -> series.map(c -> c.words(row)).orElse(""),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(e -> line(e.getKey(), e.getValue(), across.get(), up.get()))
                        .filter(l -> !l.places().isEmpty())
                        .toList();
        if (lines.isEmpty()) return Optional.empty();
        return Optional.of(
                LineChart.svg(name, lines, dates.isPresent() ? Figure::year : Figure::plain));
    }

    private LineChart.Line line(String called, List<Integer> at, Column across, Column up) {
        var places =
                at.stream()
                        .flatMap(row -> place(row, across, up))
                        .sorted(java.util.Comparator.comparingDouble(LineChart.Place::across))
                        .toList();
        return new LineChart.Line(called, places);
    }

    private Stream<LineChart.Place> place(int row, Column across, Column up) {
        var x = across.isDates() ? days(across.words(row)) : across.number(row);
        var what = Stream.concat(subjects().stream(), Stream.of(across)).toList();
        return x
                .flatMap(d -> point(up, row, words(what, row)).map(p -> new LineChart.Place(d, p)))
                .stream();
    }

    /** A date as a year and its part; a year alone is its beginning. */
    private static Optional<Double> days(String date) {
        var whole = date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date;
        try {
            var day = LocalDate.parse(whole.substring(0, 10));
            return Optional.of(day.getYear() + (day.getDayOfYear() - 1) / 366.0);
        } catch (RuntimeException noDate) {
            return Optional.empty();
        }
    }

    private static String year(double across) {
        var year = (int) Math.floor(across);
        var month = (int) Math.floor((across - year) * 12) + 1;
        return month == 1 ? String.valueOf(year) : String.format("%d-%02d", year, month);
    }

    private static String plain(double number) {
        return String.valueOf(number).replaceFirst("\\.0$", "");
    }
}
