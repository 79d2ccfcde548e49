package org.modelgraph.http.pages;

import org.apache.jena.sparql.util.FmtUtils;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Search;
import org.modelgraph.browse.Thing;
import org.modelgraph.text.Snippet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param text what was looked for
 * @param kind of which kind alone; empty for all
 * @param passages texts in which the words stand, the best first
 * @param page which page this is, from 1
 */
public record SearchPage(
        Frame frame,
        Names names,
        String text,
        Optional<String> kind,
        Search.Outcome outcome,
        List<Passage> passages,
        int page) {
    /** A text in which the words stand, what it is of, and what it is for that thing. */
    public record Passage(Thing thing, String property, Snippet snippet) {}

    /** How many texts a page shows. */
    public static final int PASSAGES = 10;

    /** How many things a page shows. */
    public static final int SIZE = 30;

    /** The things on this page. */
    public List<Search.Hit> hits() {
        return outcome.hits().stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    }

    /** How many pages there are. */
    public int pages() {
        return Math.max(1, (outcome.hits().size() + SIZE - 1) / SIZE);
    }

    /** The kinds of what was found, the most frequent first, claims last. */
    public List<Map.Entry<String, Long>> kinds() {
        return outcome.kinds().entrySet().stream()
                .filter(e -> isKind(e.getKey()))
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, Long> e) -> e.getKey().equals("claim"))
                                .thenComparingLong(e -> -e.getValue()))
                .toList();
    }

    /** True of a kind that pages have a name for. */
    public boolean isKind(String segment) {
        return Kind.segments().contains(segment);
    }

    public Thing thing(Search.Hit hit) {
        return names.of(hit.iri(), frame.language());
    }

    /** The name that was found, where it is another than the one that is shown. */
    public Optional<String> matched(Search.Hit hit) {
        return Optional.of(hit.matched()).filter(m -> !m.equals(thing(hit).label()));
    }

    /** What a thing is. */
    public Optional<Names.Word> definition(Search.Hit hit) {
        return names.definition(hit.iri(), frame.language());
    }

    /** The same search for one kind, or for all. */
    public String only(String segment) {
        return address(text, segment, 1);
    }

    /** Another page. */
    public String at(int other) {
        return address(text, kind.orElse(""), other);
    }

    /** A search for another text. */
    public String forText(String other) {
        return address(other, "", 1);
    }

    /** The search of texts as a query. */
    public String query() {
        return frame.ask(
                """
                PREFIX text: <http://jena.apache.org/text#>

                SELECT ?thing ?property ?text ?score WHERE {
                  (?thing ?score ?text ?graph ?property) text:query ( "%s" 100 )
                }
                ORDER BY DESC(?score)
                """
                        .formatted(FmtUtils.stringEsc(text)));
    }

    private String address(String wanted, String segment, int other) {
        return frame.link(
                frame.addresses().search()
                        + "?q="
                        + Addresses.encode(wanted)
                        + (segment.isEmpty() ? "" : "&kind=" + segment)
                        + (other > 1 ? "&page=" + other : ""));
    }
}
