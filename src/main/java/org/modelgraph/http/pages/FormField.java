package org.modelgraph.http.pages;

import org.modelgraph.browse.Index;
import org.modelgraph.browse.Names;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.QueryParameter;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of the form of a question.
 *
 * @param name its name in addresses
 * @param label what stands before it
 * @param control how it is filled in
 * @param values what is asked about now, one control each
 * @param options what can be asked about, where that is known
 */
public record FormField(
        String name, String label, Control control, List<String> values, List<Option> options) {
    /** How a field is filled in. */
    public enum Control {
        /** By choosing from a short list. */
        SELECT,
        /** By writing, with a long list to choose from. */
        DATALIST,
        TEXT,
        NUMBER
    }

    /** What can be asked about: its value in addresses, and what it is called. */
    public record Option(String value, String label) {}

    /** More options than this are not listed to be scrolled through. */
    private static final int SHORT = 150;

    static FormField of(Asking asking, QueryParameter parameter, Index index, String language) {
        var values = asking.values(parameter);
        var options = options(parameter, values, index, language);
        var control =
                options.isEmpty()
                        ? switch (parameter.type()) {
                            case INTEGER, DECIMAL -> Control.NUMBER;
                            case IRI, TEXT -> Control.TEXT;
                        }
                        : options.size() <= SHORT ? Control.SELECT : Control.DATALIST;
        var controls = new ArrayList<>(values);
        if (asking.question().defaultsOf(parameter).size() > 1) controls.add("");
        return new FormField(
                parameter.name(),
                parameter.label().getOrDefault(language, parameter.name()),
                control,
                controls,
                options);
    }

    private static List<Option> options(
            QueryParameter parameter, List<String> values, Index index, String language) {
        var known =
                parameter.values().isEmpty()
                        ? parameter.ofClass().flatMap(Prefixes::expand).map(index::members)
                        : Optional.of(parameter.values());
        if (known.isEmpty() || known.get().isEmpty()) return List.of();
        var options =
                Stream.concat(known.get().stream(), values.stream())
                        .map(v -> option(v, parameter, index.names(), language))
                        .distinct();
        return parameter.values().isEmpty()
                ? options.sorted(Comparator.comparing(Option::label)).toList()
                : options.toList();
    }

    private static Option option(
            String value, QueryParameter parameter, Names names, String language) {
        if (parameter.type() != QueryParameter.Type.IRI) return new Option(value, value);
        var iri = Prefixes.expand(value).orElse(value);
        return new Option(
                Prefixes.shorten(iri).orElse(value),
                names.knows(iri) ? names.of(iri, language).label() : value);
    }
}
