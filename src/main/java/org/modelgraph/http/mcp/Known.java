package org.modelgraph.http.mcp;

import org.modelgraph.browse.Names;
import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;
import org.modelgraph.sparql.Prefixes;

import java.math.BigDecimal;

/**
 * A thing as agents are told of it.
 *
 * @param iri its IRI
 * @param shortForm the same with a prefix, as queries write it; empty where no prefix fits
 * @param label what it is called
 */
record Known(String iri, String shortForm, String label) {
    static Known of(Thing thing) {
        return new Known(thing.iri(), Prefixes.shorten(thing.iri()).orElse(""), thing.label());
    }

    static Known of(String iri, Names names, String language) {
        return of(names.of(iri, language));
    }

    /** A value as JSON has it: a thing as an object, a number as a number, all else as text. */
    static Object of(Value value) {
        return switch (value) {
            case Value.Node node ->
                    node.thing().iri().isEmpty() ? node.thing().label() : of(node.thing());
            case Value.Text text -> plain(text);
            case Value.Nested nested ->
                    nested.properties().stream()
                            .map(p ->
                                    new Member(
                                            of(p.property()),
                                            p.statements().stream()
                                                    .map(s -> of(s.value()))
                                                    .toList()))
                            .toList();
        };
    }

    /** A property of a node without a name, and its values. */
    record Member(Known property, java.util.List<Object> values) {}

    private static Object plain(Value.Text text) {
        if (text.datatype().equals("xsd:boolean")) return text.text().equals("true");
        var number =
                text.datatype().startsWith("xsd:")
                        && text.text().matches("[+-]?\\d{1,40}(\\.\\d{1,40})?")
                        && !text.datatype().matches("xsd:(gYear|string|g.*)");
        return number ? new BigDecimal(text.text()) : text.text();
    }
}
