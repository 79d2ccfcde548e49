package org.modelgraph.http.pages;

import org.modelgraph.browse.Entry;
import org.modelgraph.browse.Field;
import org.modelgraph.browse.Listing;
import org.modelgraph.browse.ListingQuery;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Roster;
import org.modelgraph.browse.Selection;
import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.TableFormat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a list.
 *
 * @param selection what the reader wants to see
 * @param found all that fits, in its order
 * @param page which page this is, from 1
 */
public record ListPage(
        Frame frame, Roster roster, Names names, Selection selection, List<Entry> found, int page) {
    /** How many things a page shows. */
    public static final int SIZE = 50;

    /** How many values of a facet stand open. */
    public static final int OPEN = 8;

    /** How many values of one thing a cell shows. */
    public static final int FEW = 3;

    static ListPage of(Frame frame, Roster roster, Names names, Selection selection, int page) {
        var found = roster.select(selection, frame.language());
        var pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        return new ListPage(frame, roster, names, selection, found, Math.clamp(page, 1, pages));
    }

    public Listing listing() {
        return roster.listing();
    }

    /** The things on this page. */
    public List<Entry> entries() {
        return found.stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    }

    /** How many pages there are. */
    public int pages() {
        return Math.max(1, (found.size() + SIZE - 1) / SIZE);
    }

    public List<Field> columns() {
        return listing().fields().stream().filter(Field::isColumn).toList();
    }

    public List<Roster.Facet> facets() {
        return roster.facets(selection);
    }

    /** A thing, called as the reader wants. */
    public Thing thing(String iri) {
        return names.of(iri, frame.language());
    }

    /** What a thing is, in the reader's language or the nearest there is. */
    public Optional<Names.Word> definition(Entry entry) {
        return names.definition(entry.iri(), frame.language());
    }

    /** A number as people write it; empty where there is none. */
    public String number(Field field, Entry entry) {
        var values = entry.values(field);
        if (values.isEmpty()) return "";
        return field.role() == Field.Role.COUNT
                ? frame.texts().number(Long.parseLong(values.getFirst()))
                : new BigDecimal(values.getFirst()).stripTrailingZeros().toPlainString();
    }

    /** The name of a value of a facet; an address without a name is shown as it is. */
    public String label(Roster.Option option) {
        var value = option.value();
        if (value.isEmpty()) return frame.texts().get("list.none");
        return names.knows(value) || !value.matches("https?://.+")
                ? thing(value).label()
                : value.replaceFirst("^https?://", "").replaceFirst("/$", "");
    }

    /** The address with a value of a facet chosen, or no longer so. */
    public String toggle(Field field, Roster.Option option) {
        var chosen = new LinkedHashMap<>(selection.chosen());
        var slugs = new ArrayList<>(chosen.getOrDefault(field.key(), List.of()));
        if (!slugs.remove(option.slug())) slugs.add(option.slug());
        if (slugs.isEmpty()) chosen.remove(field.key());
        else chosen.put(field.key(), slugs);
        return address(with(chosen), 1);
    }

    private Selection with(Map<String, List<String>> chosen) {
        return new Selection(selection.text(), chosen, selection.sort(), selection.descending());
    }

    /** The address without what was chosen and written. */
    public String everything() {
        return address(new Selection("", Map.of(), selection.sort(), selection.descending()), 1);
    }

    /** True where the reader chose or wrote something. */
    public boolean isNarrowed() {
        return !selection.chosen().isEmpty() || !selection.words().isEmpty();
    }

    /** The address with another order: numbers from the greatest, and the other way round. */
    public String sorted(String key, boolean greatestFirst) {
        var descending = isSorted(key) ? !selection.descending() : greatestFirst;
        return address(new Selection(selection.text(), selection.chosen(), key, descending), 1);
    }

    /** True where the list is sorted by a field; the empty key stands for names. */
    public boolean isSorted(String key) {
        return selection.sort().equals(key);
    }

    /** How the list is sorted by a field, as ARIA says it; null where it is not. */
    public @org.jspecify.annotations.Nullable String order(String key) {
        if (!isSorted(key)) return null;
        return selection.descending() ? "descending" : "ascending";
    }

    /** The address of another page. */
    public String at(int other) {
        return address(selection, other);
    }

    /** The parameters that a form must carry beside the text, to lose nothing that was chosen. */
    public List<Map.Entry<String, String>> carried() {
        return pairs(
                        new Selection(
                                "", selection.chosen(), selection.sort(), selection.descending()))
                .toList();
    }

    private String address(Selection wanted, int other) {
        return frame.link(path("") + query(wanted, other));
    }

    private String path(String ending) {
        return frame.addresses().basePath() + "/" + listing().segment() + ending;
    }

    private String query(Selection wanted, int other) {
        var pairs =
                Stream.concat(
                                pairs(wanted),
                                other > 1
                                        ? Stream.of(Map.entry("page", String.valueOf(other)))
                                        : Stream.of())
                        .map(e -> e.getKey() + "=" + Addresses.encode(e.getValue()))
                        .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private Stream<Map.Entry<String, String>> pairs(Selection wanted) {
        var order = (wanted.descending() ? "-" : "") + wanted.sort();
        return Stream.of(
                        Stream.of(Map.entry("q", wanted.text()))
                                .filter(e -> !e.getValue().isBlank()),
                        wanted.chosen().entrySet().stream()
                                .flatMap(e ->
                                        e.getValue().stream().map(v -> Map.entry(e.getKey(), v))),
                        Stream.of(Map.entry("sort", order.isEmpty() ? "name" : order))
                                .filter(_ -> !order.equals(listing().order())))
                .flatMap(s -> s);
    }

    /** The selection in other formats, all its pages. */
    public Downloads downloads() {
        return new Downloads(
                Stream.of(TableFormat.CSV, TableFormat.JSON)
                        .map(f ->
                                new Downloads.Link(
                                        f.name(), path("." + f.extension()) + query(selection, 1)))
                        .toList());
    }

    /** The query behind the selection. */
    public String sparql() {
        return ListingQuery.of(roster, selection);
    }
}
