package org.modelgraph.http.mcp;

import org.modelgraph.browse.Thing;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.http.browse.ComparisonReader;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.Texts;
import org.modelgraph.http.pages.compare.Comparison;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays models side by side: facts, results under the same settings, concepts, disclosure. */
record CompareTool(Site site, ComparisonReader comparisons, Referents referents) implements Tool {
    private record Cell(List<Object> values, String setting, String claim, boolean best) {}

    private record Row(
            Known aspect, String group, String setting, String standing, List<Cell> cells) {}

    private record Section(String question, List<Row> rows, int total) {}

    private record Compared(
            List<Known> models,
            List<Section> sections,
            String page,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "compare_models";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var written = arguments.texts("models").stream().distinct().toList();
        if (written.size() < 2 || written.size() > Comparison.MOST)
            throw Problem.of(
                    Problem.Kind.BAD_REQUEST,
                    "From 2 to " + Comparison.MOST + " models can be compared.");
        var language = arguments.text("language").orElseGet(exchange::language);
        var limit = arguments.number("limit", 100, 1, 1000);
        var addresses = site.addresses(exchange);
        var frame = new Frame(addresses, Texts.of(language), "/compare", "");
        return site.read(view -> {
            var names = site.index(view).names();
            var models = new ArrayList<Thing>();
            for (var name : written)
                models.add(
                        names.of(
                                referents.find(site.index(view), name, Optional.of("model")),
                                language));
            var comparison = comparisons.compare(view, frame, models).only(false, true);
            return new Compared(
                    models.stream().map(Known::of).toList(),
                    comparison.sections().stream().map(s -> section(s, limit)).toList(),
                    page(addresses, models),
                    Cited.of(view, names, language, cited(comparison, models)),
                    view.version().toString());
        });
    }

    private static String page(Addresses addresses, List<Thing> models) {
        var names = models.stream().map(Thing::iri).map(Addresses::encode);
        return addresses.whole(addresses.at("/compare"))
                + "?m="
                + names.collect(Collectors.joining(","));
    }

    private static Section section(Comparison.Section section, int limit) {
        return new Section(
                section.question(),
                section.rows().stream().limit(limit).map(CompareTool::row).toList(),
                section.rows().size());
    }

    private static Row row(Comparison.Row row) {
        return new Row(
                Known.of(row.aspect()),
                row.group(),
                row.setting(),
                row.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                row.cells().stream().map(CompareTool::cell).toList());
    }

    private static Cell cell(Comparison.Cell cell) {
        return new Cell(
                cell.values().stream().map(Known::of).toList(),
                cell.setting(),
                cell.claim().map(Thing::iri).orElse(""),
                cell.best());
    }

    private static List<String> cited(Comparison comparison, List<Thing> models) {
        var iris = new ArrayList<String>();
        for (var section : comparison.sections())
            for (var row : section.rows())
                for (var cell : row.cells()) cell.claim().map(Thing::iri).ifPresent(iris::add);
        models.forEach(m -> iris.add(m.iri()));
        return iris;
    }
}
