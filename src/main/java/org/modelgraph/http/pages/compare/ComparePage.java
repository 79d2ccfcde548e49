package org.modelgraph.http.pages.compare;

import org.modelgraph.browse.Thing;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.panel.Line;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that compares models.
 *
 * @param comparison what is shown
 * @param panels the answers that it is made from, by the ids of their questions
 * @param suggestions models to add, nearest first
 * @param pairs what to begin with where no model is chosen
 * @param choices all models that can be chosen
 * @param notices what was asked for and can't be shown, in words
 */
public record ComparePage(
        Frame frame,
        Comparison comparison,
        Map<String, Panel> panels,
        boolean differences,
        boolean common,
        List<Thing> suggestions,
        List<Line> pairs,
        List<Thing> choices,
        List<String> notices) {
    private static final String MODEL = Prefixes.BASE + "model/";

    /** The name of a model in addresses. */
    public static String name(Thing model) {
        return model.iri().startsWith(MODEL) ? model.iri().substring(MODEL.length()) : model.iri();
    }

    /** The page for other models. */
    public String of(List<Thing> models) {
        return frame.link(address(models, differences, common));
    }

    /** The page for other models, given one by one. */
    public String of(Thing one, Thing other) {
        return of(List.of(one, other));
    }

    /** The page with one more model. */
    public String with(Thing model) {
        return of(Stream.concat(comparison.models().stream(), Stream.of(model)).toList());
    }

    /** The page with one model less. */
    public String without(Thing model) {
        return of(comparison.models().stream().filter(m -> !m.equals(model)).toList());
    }

    /** The page with other rows. */
    public String rows(boolean wantedDifferences, boolean wantedCommon) {
        return frame.link(address(comparison.models(), wantedDifferences, wantedCommon));
    }

    /** The comparison in a format, such as {@code csv}. */
    public String data(String extension) {
        return address(comparison.models(), differences, common) + "&format=" + extension;
    }

    /** The models as an address names them. */
    public String names() {
        return comparison.models().stream().map(ComparePage::name).collect(Collectors.joining(","));
    }

    private String address(List<Thing> models, boolean onlyDifferences, boolean onlyCommon) {
        var names =
                models.stream()
                        .map(m -> Addresses.encode(name(m)))
                        .collect(Collectors.joining(","));
        return frame.addresses().basePath()
                + "/compare?m="
                + names
                + (onlyDifferences ? "&differences=yes" : "")
                + (onlyCommon ? "" : "&common=no");
    }

    /** True where another model can be added. */
    public boolean hasRoom() {
        return comparison.models().size() < Comparison.MOST;
    }
}
