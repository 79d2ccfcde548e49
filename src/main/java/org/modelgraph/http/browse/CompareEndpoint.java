package org.modelgraph.http.browse;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.catalog.TableWriter;
import org.modelgraph.graph.View;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.compare.ComparePage;
import org.modelgraph.http.pages.compare.Comparison;
import org.modelgraph.http.pages.panel.Line;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models side by side: {@code /compare?m=gpt-4,gpt-3.5}, up to six of them. With {@code
 * differences=yes} rows in which all models agree are left out; with {@code common=no} results that
 * only one model has are shown too; with {@code format=} csv, json, md or tex it is a table for
 * programs.
 */
public final class CompareEndpoint implements Endpoint {
    private static final int SUGGESTED = 8;

    private final Site site;
    private final PanelReader panels;
    private final ComparisonReader comparisons;

    /** An endpoint over a site. */
    public CompareEndpoint(Site site, PanelReader panels, ComparisonReader comparisons) {
        this.site = site;
        this.panels = panels;
        this.comparisons = comparisons;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/compare", e -> site.read(view -> compare(e, view)));
    }

    private boolean compare(Exchange exchange, View view) {
        var tag =
                EntityTag.of(
                        exchange,
                        view.version(),
                        "compare",
                        exchange.parameters(),
                        exchange.language(),
                        site.start());
        if (tag.settles(exchange)) return false;
        var frame = site.frame(exchange);
        var notices = new ArrayList<String>();
        var models = models(exchange, view, frame, notices);
        var answers =
                models.isEmpty()
                        ? Map.<String, Panel>of()
                        : comparisons.answers(view, frame, models);
        var differences = exchange.parameter("differences").isPresent();
        var common = exchange.parameter("common").filter("no"::equals).isEmpty();
        var comparison = ComparisonReader.comparison(models, answers).only(differences, common);
        var format = exchange.parameter("format").map(CompareEndpoint::format);
        if (format.isPresent()) {
            send(exchange, view, comparison, format.get());
            return true;
        }
        var page =
                new ComparePage(
                        frame,
                        comparison,
                        answers,
                        differences,
                        common,
                        suggestions(view, frame, models),
                        models.isEmpty()
                                ? lines(view, frame, "compare/pairs", Map.of())
                                : List.of(),
                        choices(view, exchange.language()),
                        notices);
        exchange.page(200, site.pages().render("compare", frame, Map.of("page", page)));
        return true;
    }

    private static TableFormat format(String extension) {
        return TableFormat.ofExtension(extension)
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        "There is no format '" + extension + "' here.")
                                .hint("On offer: csv, tsv, json, md, tex and xlsx."));
    }

    private List<Thing> models(Exchange exchange, View view, Frame frame, List<String> notices) {
        var index = site.index(view);
        var known = index.members(Kind.MODEL.type().orElseThrow());
        var models = new ArrayList<Thing>();
        for (var name : names(exchange)) {
            var iri =
                    name.contains(":")
                            ? name
                            : org.modelgraph.sparql.Prefixes.BASE + "model/" + name;
            if (known.contains(iri)) models.add(index.names().of(iri, frame.language()));
            else
                notices.add(
                        index.nearest(iri)
                                .map(near -> index.names().of(near, frame.language()).label())
                                .map(near -> frame.texts().get("compare.unknown.near", name, near))
                                .orElseGet(() -> frame.texts().get("compare.unknown", name)));
        }
        var distinct = models.stream().distinct().toList();
        if (distinct.size() > Comparison.MOST)
            notices.add(frame.texts().get("compare.many", Comparison.MOST));
        return distinct.stream().limit(Comparison.MOST).toList();
    }

    private static List<String> names(Exchange exchange) {
        return exchange.parameters().stream()
                .filter(p -> p.name().equals("m"))
                .flatMap(p -> List.of(p.value().split(",")).stream())
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }

    private List<Line> lines(
            View view, Frame frame, String question, Map<String, List<String>> given) {
        return panels.read(view, frame, Optional.empty(), ComparisonReader.slot(question), given)
                .map(Panel::lines)
                .orElse(List.of());
    }

    private List<Thing> suggestions(View view, Frame frame, List<Thing> models) {
        if (models.isEmpty()) return List.of();
        var first = models.getFirst();
        return lines(view, frame, "model/kin", Map.of("model", List.of(first.iri()))).stream()
                .flatMap(l -> l.thing("thing").stream())
                .filter(t -> Kind.of(t.iri()).filter(Kind.MODEL::equals).isPresent())
                .filter(t -> !models.contains(t))
                .distinct()
                .limit(SUGGESTED)
                .toList();
    }

    private List<Thing> choices(View view, String language) {
        var index = site.index(view);
        return index.members(Kind.MODEL.type().orElseThrow()).stream()
                .map(iri -> index.names().of(iri, language))
                .sorted(Comparator.comparing(Thing::label))
                .toList();
    }

    private static void send(
            Exchange exchange, View view, Comparison comparison, TableFormat format) {
        var columns = new ArrayList<Var>();
        for (var name : List.of("section", "aspect", "group", "setting", "comparable"))
            columns.add(Var.alloc(name));
        for (var model : comparison.models())
            columns.add(Var.alloc(ComparePage.name(model).replaceAll("[^A-Za-z0-9]", "_")));
        var rows = new ArrayList<Binding>();
        for (var section : comparison.sections())
            for (var row : section.rows()) rows.add(row(columns, section.question(), row));
        var table = new AnswerTable(columns, rows, 0, false);
        var about = Map.<String, Object>of("version", view.version().toString());
        exchange.send(format.contentType(), "no-cache", TableWriter.write(table, format, about));
    }

    private static Binding row(List<Var> columns, String section, Comparison.Row row) {
        var words = new ArrayList<String>();
        words.add(section.substring(section.indexOf('/') + 1));
        words.add(row.aspect().label());
        words.add(row.group());
        words.add(row.setting());
        words.add(
                switch (row.standing()) {
                    case PLAIN -> "";
                    case COMPARABLE -> "yes";
                    case NOT_COMPARABLE -> "no";
                });
        for (var cell : row.cells()) words.add(cell.written());
        var binding = BindingFactory.builder();
        for (var i = 0; i < columns.size(); i++)
            if (!words.get(i).isEmpty())
                binding.add(columns.get(i), NodeFactory.createLiteralString(words.get(i)));
        return binding.build();
    }
}
