package org.modelgraph.http.pages.panel;

import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the question behind a panel can be had: its page, its answer as data, and alone.
 *
 * @param title what the panel is called
 * @param question the question of the catalogue
 * @param given what it is asked with, by parameter
 */
public record Tools(Frame frame, String title, String question, Map<String, List<String>> given) {
    /** The tools of a question that is asked about one thing. */
    public static Tools of(
            Frame frame, String title, String question, String parameter, String iri) {
        return new Tools(frame, title, question, Map.of(parameter, List.of(iri)));
    }

    /** The page of the question, asked about the same. */
    public String page() {
        return frame.link(with(frame.addresses().question(question)));
    }

    /** The whole answer in a format, such as {@code csv}. */
    public String data(String extension) {
        return with(frame.addresses().api(question) + "." + extension);
    }

    /** The answer alone, to be shown in other pages. */
    public String embedded() {
        return frame.link(with(frame.addresses().basePath() + "/embed/" + question));
    }

    private String with(String address) {
        var parameters =
                given.entrySet().stream()
                        .flatMap(e ->
                                e.getValue().stream().map(v -> e.getKey() + "=" + shortened(v)))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? address : address + "?" + parameters;
    }

    private static String shortened(String value) {
        return Addresses.encode(Prefixes.shorten(value).orElse(value)).replace("%3A", ":");
    }
}
