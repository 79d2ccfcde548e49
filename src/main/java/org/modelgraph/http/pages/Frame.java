package org.modelgraph.http.pages;

import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.Parameter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every page needs: where it stands and who reads it. A reader who asked for a language with
 * {@code lang=} keeps it on every link.
 *
 * @param path the path of the request, without the base path
 * @param query the query string of the request, undecoded; empty where there is none
 */
public record Frame(Addresses addresses, Texts texts, String path, String query) {
    private static final Set<String> NOT_CARRIED =
            Set.of("query", "format", "output", "lang", "update");

    /** A page that looks at the whole graph from one side, and the key of its title. */
    public record Way(String path, String title) {}

    /** The pages that look at the whole graph. */
    public static final List<Way> WAYS =
            List.of(
                    new Way("/map/limitations", "map.title"),
                    new Way("/timeline", "timeline.title"),
                    new Way("/sources/compare", "sources.title"),
                    new Way("/ontology", "ontology.title"));

    /** The languages that pages are written in. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    /** The language of the page. */
    public String language() {
        return texts.language();
    }

    /** The language as HTML names it. */
    public String htmlLanguage() {
        return language().equals("zh") ? "zh-Hans" : language();
    }

    /**
     * The language of a text for its {@code lang} attribute; null, and no attribute, where it is
     * the page's.
     */
    public @Nullable String foreign(String textLanguage) {
        return isForeign(textLanguage) ? textLanguage : null;
    }

    /**
     * The value of {@code aria-current} for a link to a path; null, and no attribute, elsewhere.
     */
    public @Nullable String current(String linked) {
        return path.equals(linked) ? "page" : null;
    }

    /** True of a text in another language than the page. */
    public boolean isForeign(String textLanguage) {
        return !textLanguage.isEmpty()
                && !textLanguage.equalsIgnoreCase(language())
                && !textLanguage.regionMatches(true, 0, language() + "-", 0, 3);
    }

    /** An address on this server, with the language that the reader asked for. */
    public String link(String address) {
        if (!query.startsWith("lang=") && !query.contains("&lang=")) return address;
        return Addresses.with(address, "lang=" + language());
    }

    /** True of the pages on which queries are written and run. */
    public boolean hasWorkbench() {
        return path.equals("/sparql") || path.startsWith("/q/");
    }

    /** What the reader looks for, where this is the page of a search; else empty. */
    public String sought() {
        return !path.equals("/search")
                ? ""
                : Parameter.parse(query).stream()
                        .filter(p -> p.name().equals("q"))
                        .map(Parameter::value)
                        .findFirst()
                        .orElse("");
    }

    /** The version that the page shows, where it is not the present one. */
    public Optional<String> version() {
        return Parameter.parse(query).stream()
                .filter(p -> p.name().equals("version"))
                .map(Parameter::value)
                .findFirst();
    }

    /** The commits that changed a thing, for this reader. */
    public String history(String iri) {
        return link(addresses.basePath() + "/history?iri=" + Addresses.encode(iri));
    }

    /** The page of a thing, for this reader. */
    public String page(String iri) {
        return link(addresses.page(iri));
    }

    /** The answer to a query, for this reader. */
    public String ask(String sparql) {
        return link(addresses.sparql(sparql));
    }

    /** The address of this page in a language. */
    public String inLanguage(String wanted) {
        var rest = without("lang");
        return here() + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + wanted;
    }

    /** The address of this page, without a word on language. */
    public String neutral() {
        var rest = without("lang");
        return rest.isEmpty() ? here() : here() + "?" + rest;
    }

    private String here() {
        return addresses.basePath() + path;
    }

    private String without(String name) {
        return Stream.of(query.split("&"))
                .filter(p -> !p.isEmpty() && !p.startsWith(name + "="))
                .collect(Collectors.joining("&"));
    }

    /** What came with a query and belongs to it, such as {@code default-graph-uri}. */
    public List<Parameter> carried() {
        return Parameter.parse(query).stream()
                .filter(p -> !NOT_CARRIED.contains(p.name()))
                .toList();
    }

    /** True where the reader asked for the language of the page with {@code lang=}. */
    public boolean keepsLanguage() {
        return !link("").isEmpty();
    }
}
