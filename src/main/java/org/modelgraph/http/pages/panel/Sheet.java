package org.modelgraph.http.pages.panel;

import java.util.List;

/**
 * A page made of panels that is not about one thing.
 *
 * @param key what the keys of its texts begin with
 * @param tabs the ways to look at it
 * @param selects what can be chosen
 * @param panels its panels
 * @param links where to go from it
 */
public record Sheet(
        String key, List<Link> tabs, List<Select> selects, List<Panel> panels, List<Link> links) {
    /** A link; current where it leads to what is shown. */
    public record Link(String label, String address, boolean current) {}

    /** Something to be chosen from a list. */
    public record Select(String name, String label, String value, List<Option> options) {}

    /** One of the things to choose from. */
    public record Option(String value, String label) {}
}
