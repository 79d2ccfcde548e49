package org.modelgraph.browse;

import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SPARQL query that gives the things of a selection of a list. */
public final class ListingQuery {
    private static final Pattern PREFIX = Pattern.compile("(?<![<\\w:/])([a-z][a-z0-9]*):[A-Za-z]");

    private final Roster roster;
    private final Listing listing;

    private ListingQuery(Roster roster) {
        this.roster = roster;
        this.listing = roster.listing();
    }

    /** The query behind a selection, which gives its things without their order. */
    public static String of(Roster roster, Selection selection) {
        return new ListingQuery(roster).text(selection);
    }

    private String text(Selection selection) {
        var thing = "?" + listing.kind();
        var lines = new ArrayList<String>();
        lines.add(thing + " a " + listing.shortType() + " .");
        selection
                .chosen()
                .forEach((key, slugs) ->
                        listing.field(key)
                                .filter(Field::isFacet)
                                .ifPresent(field -> lines.add(pattern(thing, field, slugs))));
        for (var word : selection.words())
            lines.add(
                    "FILTER EXISTS { "
                            + thing
                            + " rdfs:label|skos:prefLabel|skos:altLabel|dcterms:title ?name FILTER("
                            + " CONTAINS( LCASE( STR( ?name ) ), "
                            + quoted(word)
                            + " ) ) }");
        lines.add(
                "OPTIONAL { "
                        + thing
                        + " rdfs:label|skos:prefLabel ?label FILTER( LANG( ?label ) = \"en\" ) }");
        var body =
                "SELECT DISTINCT "
                        + thing
                        + " ?label WHERE {\n"
                        + lines.stream().map(l -> "  " + l + "\n").collect(Collectors.joining())
                        + "}\nORDER BY ?label";
        return prologue(body) + "\n" + body;
    }

    private String pattern(String thing, Field field, List<String> slugs) {
        var property = Prefixes.shorten(field.property().getURI()).orElseThrow();
        var alternatives =
                slugs.stream()
                        .map(slug ->
                                slug.equals(Selection.NONE)
                                        ? "{ FILTER NOT EXISTS { "
                                                + thing
                                                + " "
                                                + property
                                                + " ?none } }"
                                        : "{ "
                                                + thing
                                                + " "
                                                + property
                                                + " "
                                                + term(field, slug)
                                                + " }")
                        .toList();
        if (alternatives.size() == 1 && !slugs.contains(Selection.NONE))
            return alternatives.getFirst().replaceAll("^\\{ | }$", "") + " .";
        return alternatives.stream()
                .map(a ->
                        a.replace(
                                "{ FILTER", "{ " + thing + " a " + listing.shortType() + " FILTER"))
                .collect(Collectors.joining(" UNION "));
    }

    private String term(Field field, String slug) {
        var value = roster.value(field, slug);
        if (!value.contains(":")) return quoted(value);
        return Prefixes.shorten(value)
                .orElse("<" + value.replaceAll("[<>\"{}|\\\\^`\\s]", "") + ">");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String prologue(String body) {
        return PREFIX.matcher(body.replaceAll("\"(\\\\.|[^\"\\\\])*\"|<[^>]*>", ""))
                .results()
                .map(m -> m.group(1))
                .distinct()
                .sorted()
                .filter(Prefixes.map()::containsKey)
                .map(p -> "PREFIX " + p + ": <" + Prefixes.map().get(p) + ">\n")
                .collect(Collectors.joining());
    }
}
