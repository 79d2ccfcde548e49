package org.modelgraph.http;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.modelgraph.browse.Entry;
import org.modelgraph.browse.Field;
import org.modelgraph.browse.Index;
import org.modelgraph.browse.Listing;
import org.modelgraph.browse.ListingQuery;
import org.modelgraph.browse.Selection;
import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.catalog.TableWriter;
import org.modelgraph.sparql.Negotiation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of things, such as {@code /models}, as pages and as tables. */
final class ListEndpoint implements Endpoint {
    private final Site site;

    ListEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        for (var listing : Listing.values()) {
            var address = "/" + listing.segment();
            routing.get(address, e -> page(e, listing));
            for (var format : TableFormat.values())
                routing.get(address + "." + format.extension(), e -> table(e, listing, format));
        }
    }

    /** A page of a list; a table for a client that prefers one. */
    void page(Exchange exchange, Listing listing) {
        var format = accepted(exchange);
        if (format.isPresent()) {
            table(exchange, listing, format.get());
            return;
        }
        var index = site.index();
        if (tag(exchange, index, "html" + site.start()).settles(exchange)) return;
        var page = exchange.parameter("page").filter(p -> p.matches("\\d{1,6}"));
        exchange.page(
                200,
                site.pages()
                        .list(
                                site.frame(exchange),
                                index,
                                index.roster(listing),
                                selection(exchange, listing),
                                page.map(Integer::valueOf).orElse(1)));
    }

    private static Optional<TableFormat> accepted(Exchange exchange) {
        var page = Optional.<TableFormat>empty();
        return Negotiation.of(exchange.accept())
                .choose(
                        Stream.concat(
                                        Stream.of(page),
                                        Stream.of(TableFormat.values()).map(Optional::of))
                                .toList(),
                        f -> List.of(f.map(TableFormat::mediaType).orElse("text/html")))
                .orElse(page);
    }

    private static EntityTag tag(Exchange exchange, Index index, String format) {
        return EntityTag.of(
                exchange,
                index.version(),
                exchange.context().path(),
                exchange.parameters(),
                exchange.language(),
                format);
    }

    /** What an address asks for; what it names and the list does not have is left aside. */
    private static Selection selection(Exchange exchange, Listing listing) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (var parameter : exchange.parameters())
            if (listing.field(parameter.name()).filter(Field::isFacet).isPresent()
                    && !parameter.value().isBlank())
                chosen.computeIfAbsent(parameter.name(), _ -> new ArrayList<>())
                        .add(parameter.value());
        var sort = exchange.parameter("sort").orElse(listing.order());
        var descending = sort.startsWith("-");
        var key = descending ? sort.substring(1) : sort;
        return new Selection(
                exchange.parameter("q").orElse("").strip(),
                chosen,
                listing.field(key).map(Field::key).orElse(""),
                descending);
    }

    /** A whole selection as a table, or the query behind it. */
    void table(Exchange exchange, Listing listing, TableFormat format) {
        var index = site.index();
        if (tag(exchange, index, format.extension()).settles(exchange)) return;
        var selection = selection(exchange, listing);
        var roster = index.roster(listing);
        var body =
                format == TableFormat.QUERY
                        ? ListingQuery.of(roster, selection).getBytes(StandardCharsets.UTF_8)
                        : TableWriter.write(
                                table(
                                        listing,
                                        roster.select(selection, exchange.language()),
                                        index,
                                        exchange.language()),
                                format,
                                Map.of("version", index.version().toString()));
        exchange.context().contentType(format.contentType()).result(body);
    }

    private static AnswerTable table(
            Listing listing, List<Entry> entries, Index index, String language) {
        var fields = listing.fields().stream().filter(Field::isColumn).toList();
        var columns = new ArrayList<Var>();
        columns.add(Var.alloc(listing.kind()));
        columns.add(Var.alloc("label"));
        for (var field : fields) {
            columns.add(Var.alloc(variable(field)));
            if (field.isFacet()) columns.add(Var.alloc(variable(field) + "Label"));
        }
        var rows = entries.stream().map(e -> row(listing, fields, e, index, language)).toList();
        return new AnswerTable(columns, rows, 0, false);
    }

    private static String variable(Field field) {
        return field.key().replace('-', '_');
    }

    private static Binding row(
            Listing listing, List<Field> fields, Entry entry, Index index, String language) {
        var row = BindingFactory.builder();
        row.add(Var.alloc(listing.kind()), NodeFactory.createURI(entry.iri()));
        row.add(Var.alloc("label"), text(index.names().of(entry.iri(), language).label()));
        for (var field : fields) {
            var values = entry.values(field);
            if (values.isEmpty()) continue;
            row.add(Var.alloc(variable(field)), node(field, values));
            if (field.isFacet())
                row.add(
                        Var.alloc(variable(field) + "Label"),
                        text(
                                values.stream()
                                        .map(v -> index.names().of(v, language).label())
                                        .collect(Collectors.joining("; "))));
        }
        return row.build();
    }

    private static Node node(Field field, List<String> values) {
        if (field.isNumeric())
            return NodeFactory.createLiteralDT(values.getFirst(), XSDDatatype.XSDdecimal);
        return values.size() == 1 && values.getFirst().contains(":")
                ? NodeFactory.createURI(values.getFirst())
                : text(String.join(" ", values));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
