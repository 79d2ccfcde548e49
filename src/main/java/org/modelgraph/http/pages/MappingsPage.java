package org.modelgraph.http.pages;

import org.modelgraph.browse.Labels;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Thing;
import org.modelgraph.mapping.Mapping;
import org.modelgraph.mapping.Mappings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mappings to other vocabularies, narrowed and part by part.
 *
 * @param wanted what they are narrowed to
 * @param found all that remain
 * @param page the part that is shown, from 1
 */
public record MappingsPage(
        Frame frame,
        Names names,
        Mappings mappings,
        Mappings.Wanted wanted,
        List<Mapping> found,
        int page) {
    /** How many mappings there are on a page. */
    public static final int SIZE = 100;

    /** A page of those mappings that are wanted, or the one that is nearest to it. */
    public static MappingsPage of(
            Frame frame, Names names, Mappings mappings, Mappings.Wanted wanted, int page) {
        var found = mappings.find(wanted);
        return new MappingsPage(
                frame, names, mappings, wanted, found, Math.clamp(page, 1, pages(found)));
    }

    public int pages() {
        return pages(found);
    }

    private static int pages(List<Mapping> found) {
        return Math.max(1, (found.size() + SIZE - 1) / SIZE);
    }

    /** The mappings that are shown. */
    public List<Mapping> rows() {
        return found.stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    }

    /** A thing of ours, called as the reader wants. */
    public Thing thing(String iri) {
        return names.of(iri, frame.language());
    }

    /** An IRI in short. */
    public String shortName(String iri) {
        return Labels.shortName(iri);
    }

    /** How a mapping's other side is called. */
    public String object(Mapping mapping) {
        return mapping.objectLabel().orElseGet(() -> shortName(mapping.object()));
    }

    /** The title of a set. */
    public String title(Mappings.Set set) {
        return thing(set.iri()).label();
    }

    /** Another page of the same. */
    public String at(int other) {
        return frame.link(address(Map.of("page", String.valueOf(other))));
    }

    /** The same mappings in another form. */
    public String as(String format) {
        return address(Map.of("format", format));
    }

    private String address(Map<String, String> more) {
        var parameters = new java.util.TreeMap<>(more);
        wanted.set().ifPresent(s -> parameters.put("vocabulary", s));
        wanted.predicate().ifPresent(p -> parameters.put("predicate", p));
        wanted.term().ifPresent(t -> parameters.put("iri", t));
        return frame.addresses().at("/mappings")
                + "?"
                + parameters.entrySet().stream()
                        .map(e -> e.getKey() + "=" + Addresses.encode(e.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** True of the set that the page is narrowed to. */
    public boolean isChosen(Mappings.Set set) {
        return wanted.set().equals(Optional.of(set.name()));
    }

    /** True of the predicate that the page is narrowed to. */
    public boolean isChosen(String predicate) {
        return wanted.predicate().equals(Optional.of(predicate));
    }
}
