package org.modelgraph.workbench;

import org.modelgraph.browse.Names;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand where somebody writes: classes, properties and things that this store has, found
 * by their label in any language or by their short name, the most frequent first; the properties of
 * the subject's class before all others.
 *
 * @param from where the begun word begins, in UTF-16 units
 * @param items the best first
 */
public record Completion(int from, List<Item> items) {
    private static final int MOST = 50;
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    /** What an item is. */
    public enum Kind {
        CLASS,
        PROPERTY,
        THING
    }

    /**
     * One that may stand there.
     *
     * @param iri its IRI
     * @param written how a query writes it
     * @param prefix the prefix that must be declared for that, where it is not yet
     * @param label how it is called
     * @param definition what it is, in one sentence; empty where the graph does not say
     * @param count how often it occurs in this role
     * @param near true of what fits the class of the subject
     */
    public record Item(
            String iri,
            String written,
            Optional<Map.Entry<String, String>> prefix,
            String label,
            String definition,
            Kind kind,
            int count,
            boolean near) {}

    /**
     * Completes a text.
     *
     * @param offset where the cursor stands, in UTF-16 units
     * @param language what labels are wanted in
     */
    public static Completion of(
            String text, int offset, Census census, Names names, String language) {
        var cursor = Cursor.at(text, offset);
        if (cursor.word().startsWith("?") || cursor.word().startsWith("$"))
            return new Completion(cursor.from(), List.of());
        var found = new ArrayList<Item>();
        candidates(cursor, census)
                .forEach((iri, candidate) ->
                        candidate.item(iri, cursor, names, language).ifPresent(found::add));
        found.sort(
                Comparator.comparing((Item i) -> !i.near())
                        .thenComparing(i -> !begins(i, cursor))
                        .thenComparing(Item::count, Comparator.reverseOrder())
                        .thenComparing(Item::written));
        return new Completion(cursor.from(), found.stream().limit(MOST).toList());
    }

    private static boolean begins(Item item, Cursor cursor) {
        var word = sought(cursor.word());
        return fold(item.label()).startsWith(word) || fold(local(item.iri())).startsWith(word);
    }

    private record Candidate(Kind kind, int count, boolean near) {
        Optional<Item> item(String iri, Cursor cursor, Names names, String language) {
            var thing = names.of(iri, language);
            if (!fits(iri, thing.label(), cursor, names)) return Optional.empty();
            var written = Prefixes.shorten(iri);
            var prefix =
                    written.map(w -> w.substring(0, w.indexOf(':')))
                            .filter(p -> !cursor.prefixes().containsKey(p))
                            .map(p -> Map.entry(p, Prefixes.map().getOrDefault(p, "")));
            var definition = names.definition(iri, language).map(Names.Word::text).orElse("");
            return Optional.of(
                    new Item(
                            iri,
                            written.orElse("<" + iri + ">"),
                            prefix,
                            thing.label(),
                            definition,
                            kind,
                            count,
                            near));
        }
    }

    private static boolean fits(String iri, String label, Cursor cursor, Names names) {
        var word = cursor.word();
        if (word.isEmpty()) return true;
        if (word.startsWith("<")) return iri.startsWith(word.substring(1));
        var colon = word.indexOf(':');
        if (colon >= 0) {
            var namespace = Cursor.iri(word.substring(0, colon + 1), cursor.prefixes());
            if (namespace.isEmpty() || !iri.startsWith(namespace.get())) return false;
        }
        var sought = sought(word);
        return fold(label).contains(sought)
                || fold(local(iri)).contains(sought)
                || names.labels(iri).stream().anyMatch(w -> fold(w.text()).contains(sought))
                || names.others(iri).stream().anyMatch(w -> fold(w.text()).contains(sought));
    }

    private static String sought(String word) {
        return fold(word.substring(word.indexOf(':') + 1));
    }

    private static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    private static Map<String, Candidate> candidates(Cursor cursor, Census census) {
        var all = new LinkedHashMap<String, Candidate>();
        switch (cursor.role()) {
            case PREDICATE -> properties(cursor, census, all);
            case OBJECT -> objects(cursor, census, all);
            case SUBJECT, NONE -> {
                if (cursor.word().length() < 2) return all;
                add(all, census.classes(), Kind.CLASS, false);
                add(all, census.properties(), Kind.PROPERTY, false);
                census.properties().keySet().stream()
                        .sorted()
                        .forEach(p -> add(all, census.objectsOf(p), Kind.THING, false));
            }
        }
        return all;
    }

    private static void properties(Cursor cursor, Census census, Map<String, Candidate> all) {
        for (var type : cursor.types()) add(all, census.propertiesOf(type), Kind.PROPERTY, true);
        add(all, census.properties(), Kind.PROPERTY, false);
    }

    private static void objects(Cursor cursor, Census census, Map<String, Candidate> all) {
        var predicate = cursor.predicate().orElse("");
        if (predicate.equals(TYPE)) add(all, census.classes(), Kind.CLASS, true);
        else add(all, census.objectsOf(predicate), Kind.THING, true);
    }

    private static void add(
            Map<String, Candidate> all, Map<String, Integer> counts, Kind kind, boolean near) {
        counts.forEach((iri, count) -> all.putIfAbsent(iri, new Candidate(kind, count, near)));
    }
}
