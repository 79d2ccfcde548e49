package org.modelgraph.http.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.browse.Description;
import org.modelgraph.browse.Listing;
import org.modelgraph.browse.Property;
import org.modelgraph.browse.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page says of its thing in the words of schema.org, for search engines. */
public final class StructuredData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StructuredData() {}

    /** The thing of a page and the way to it, as JSON-LD that can stand inside HTML. */
    public static String of(Frame frame, Description description) {
        try {
            return JSON.writeValueAsString(
                            List.of(thing(frame, description), way(frame, description)))
                    .replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> thing(Frame frame, Description description) {
        var thing = new LinkedHashMap<String, Object>();
        var iri = description.thing().iri();
        thing.put("@context", "https://schema.org");
        thing.put("@type", type(iri));
        thing.put("@id", iri);
        thing.put("name", description.thing().label());
        if (!description.definition().isEmpty()) thing.put("description", description.definition());
        thing.put("url", frame.addresses().whole(frame.addresses().page(iri)));
        var same = same(description.properties());
        if (!same.isEmpty()) thing.put("sameAs", same);
        thing.put("inLanguage", frame.htmlLanguage());
        thing.put("license", "https://creativecommons.org/licenses/by/4.0/");
        return thing;
    }

    /** The class of schema.org that things of a kind are nearest to. */
    public static String type(String iri) {
        return Kind.of(iri)
                .map(kind ->
                        switch (kind) {
                            case MODEL, FAMILY, SYSTEM -> "SoftwareApplication";
                            case ORGANIZATION -> "Organization";
                            case AGENT -> "Person";
                            case BENCHMARK, GRAPH -> "Dataset";
                            case SOURCE -> "CreativeWork";
                            case PASSAGE -> "Quotation";
                            case CLAIM -> "Claim";
                            case INCIDENT -> "Event";
                            default -> "DefinedTerm";
                        })
                .orElse("Thing");
    }

    private static List<String> same(List<Property> properties) {
        return properties.stream()
                .filter(p ->
                        p.property().iri().endsWith("core#exactMatch")
                                || p.property().iri().endsWith("owl#sameAs")
                                || p.property().iri().equals("https://schema.org/url"))
                .flatMap(p -> p.statements().stream())
                .flatMap(s ->
                        s.value() instanceof Value.Node node
                                ? java.util.stream.Stream.of(node.thing().iri())
                                : java.util.stream.Stream.empty())
                .toList();
    }

    private static Map<String, Object> way(Frame frame, Description description) {
        var steps = new ArrayList<Map<String, Object>>();
        var addresses = frame.addresses();
        steps.add(step(1, frame.texts().get("nav.home"), addresses.whole(addresses.home())));
        Kind.of(description.thing().iri())
                .flatMap(kind -> Listing.ofKind(kind.segment()))
                .ifPresent(listing ->
                        steps.add(
                                step(
                                        2,
                                        frame.texts().get("kind." + listing.kind()),
                                        addresses.whole(addresses.list(listing)))));
        steps.add(
                step(
                        steps.size() + 1,
                        description.thing().label(),
                        addresses.whole(addresses.page(description.thing().iri()))));
        var list = new LinkedHashMap<String, Object>();
        list.put("@context", "https://schema.org");
        list.put("@type", "BreadcrumbList");
        list.put("itemListElement", steps);
        return list;
    }

    private static Map<String, Object> step(int position, String name, String address) {
        var step = new LinkedHashMap<String, Object>();
        step.put("@type", "ListItem");
        step.put("position", position);
        step.put("name", name);
        step.put("item", address);
        return step;
    }
}
