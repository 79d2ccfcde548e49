package org.modelgraph.browse;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All things of a {@link Listing} in one state of the store, to be narrowed, counted and sorted.
 */
public final class Roster {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Listing listing;
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, String> prefixes;

    /**
     * A value of a facet.
     *
     * @param slug how it stands in addresses
     * @param value the IRI or the text of the literal; empty for {@link Selection#NONE}
     * @param count how many things have it, as the other facets are chosen
     * @param chosen true where the reader chose it
     */
    public record Option(String slug, String value, long count, boolean chosen) {}

    /** A facet and its values, the most frequent first. */
    public record Facet(Field field, List<Option> options) {}

    Roster(Listing listing, Scan scan, Names names) {
        this.listing = listing;
        var entries =
                scan.subjects(RDF.type.asNode(), NodeFactory.createURI(listing.type())).stream()
                        .map(iri -> entry(iri, scan, names))
                        .toList();
        for (var language : LANGUAGES) byName.put(language, sorted(entries, names, language));
        prefixes =
                listing.fields().stream()
                        .filter(Field::isFacet)
                        .collect(Collectors.toMap(Field::key, f -> prefix(f, entries)));
    }

    private Entry entry(String iri, Scan scan, Names names) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : listing.fields()) {
            var found =
                    field.incoming()
                            ? scan.subjects(field.property()).getOrDefault(iri, List.of())
                            : scan.values(iri, field.property());
            var counted = field.role() == Field.Role.COUNT;
            values.put(field.key(), counted ? List.of(String.valueOf(found.size())) : found);
        }
        var called =
                Stream.concat(names.labels(iri).stream(), names.others(iri).stream())
                        .map(w -> Selection.fold(w.text()))
                        .collect(Collectors.joining("\n"));
        return new Entry(iri, values, called);
    }

    private static List<Entry> sorted(List<Entry> entries, Names names, String language) {
        var collator = Collator.getInstance(Locale.forLanguageTag(language));
        return entries.stream()
                .sorted(
                        Comparator.comparing(
                                e -> collator.getCollationKey(names.of(e.iri(), language).label())))
                .toList();
    }

    /** What all values of a facet begin with, so that it need not stand in addresses. */
    private static String prefix(Field field, List<Entry> entries) {
        var kinds =
                entries.stream()
                        .flatMap(e -> e.values(field).stream())
                        .map(v -> v.substring(0, v.lastIndexOf('/') + 1))
                        .distinct()
                        .limit(2)
                        .toList();
        return kinds.size() == 1 ? kinds.getFirst() : Prefixes.BASE;
    }

    /** What this is a list of. */
    public Listing listing() {
        return listing;
    }

    /** How many things there are. */
    public int size() {
        return byName.getOrDefault("en", List.of()).size();
    }

    /** How a value of a facet stands in addresses. */
    public String slug(Field field, String value) {
        var prefix = prefixes.getOrDefault(field.key(), Prefixes.BASE);
        return value.startsWith(prefix) ? value.substring(prefix.length()) : value;
    }

    /** The value of a facet that stands in an address. */
    String value(Field field, String slug) {
        return byName.getOrDefault("en", List.of()).stream()
                .flatMap(e -> e.values(field).stream())
                .filter(v -> slug(field, v).equals(slug))
                .findFirst()
                .orElse(slug);
    }

    /** The things of a selection in its order; things that it holds for equal stand by name. */
    public List<Entry> select(Selection selection, String language) {
        var found =
                byName.getOrDefault(language, byName.getOrDefault("en", List.of())).stream()
                        .filter(e -> holds(e, selection, ""))
                        .toList();
        var field = listing.field(selection.sort());
        if (field.isEmpty()) return selection.descending() ? found.reversed() : found;
        return field.get().isNumeric()
                ? sorted(found, selection, e -> e.number(field.get()))
                : sorted(found, selection, e -> String.join(" ", e.values(field.get())));
    }

    private static <K extends Comparable<K>> List<Entry> sorted(
            List<Entry> entries, Selection selection, Function<Entry, K> key) {
        record Keyed<K>(Entry entry, K key) {}
        Comparator<Keyed<K>> order = Comparator.comparing(Keyed::key);
        return entries.stream()
                .map(e -> new Keyed<>(e, key.apply(e)))
                .sorted(selection.descending() ? order.reversed() : order)
                .map(Keyed::entry)
                .toList();
    }

    /** True of a thing that fits a selection, one facet left aside. */
    private boolean holds(Entry entry, Selection selection, String aside) {
        return selection.words().stream().allMatch(entry.names()::contains)
                && selection.chosen().entrySet().stream()
                        .filter(c -> !c.getKey().equals(aside))
                        .allMatch(c -> has(entry, c.getKey(), c.getValue()));
    }

    private boolean has(Entry entry, String key, List<String> slugs) {
        var field = listing.field(key).filter(Field::isFacet);
        if (field.isEmpty()) return true;
        var values = entry.values(field.get());
        return values.isEmpty()
                ? slugs.contains(Selection.NONE)
                : values.stream().anyMatch(v -> slugs.contains(slug(field.get(), v)));
    }

    /**
     * The facets of the list, each counted as if nothing were chosen in itself; without those that
     * leave no choice.
     */
    public List<Facet> facets(Selection selection) {
        return listing.fields().stream()
                .filter(Field::isFacet)
                .map(f -> new Facet(f, options(f, selection)))
                .filter(f -> f.options().size() > 1)
                .toList();
    }

    private List<Option> options(Field field, Selection selection) {
        var counts = new HashMap<String, Long>();
        var chosen = selection.chosen().getOrDefault(field.key(), List.of());
        for (var entry : byName.getOrDefault("en", List.of())) {
            if (!holds(entry, selection, field.key())) continue;
            var values = entry.values(field);
            if (values.isEmpty()) counts.merge("", 1L, Long::sum);
            for (var value : values) counts.merge(value, 1L, Long::sum);
        }
        var options = new ArrayList<Option>();
        counts.forEach((value, count) -> {
            var slug = value.isEmpty() ? Selection.NONE : slug(field, value);
            options.add(new Option(slug, value, count, chosen.contains(slug)));
        });
        options.sort(
                Comparator.comparing((Option o) -> !o.chosen())
                        .thenComparing(o -> o.value().isEmpty())
                        .thenComparingLong(o -> -o.count())
                        .thenComparing(Option::slug));
        return options;
    }
}
