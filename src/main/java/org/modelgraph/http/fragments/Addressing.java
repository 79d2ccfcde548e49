package org.modelgraph.http.fragments;

import org.modelgraph.http.pages.Addresses;

import java.util.ArrayList;

/**
 * Where the pages of a pattern stand.
 *
 * @param base the address of the server
 */
record Addressing(String base, Pattern pattern) {
    /** The address of a page. */
    String page(int number) {
        var parameters = new ArrayList<String>();
        add(parameters, "subject", Pattern.written(pattern.subject()));
        add(parameters, "predicate", Pattern.written(pattern.predicate()));
        add(parameters, "object", Pattern.written(pattern.object()));
        add(parameters, "graph", Pattern.written(pattern.graph()));
        if (number > 1) parameters.add("page=" + number);
        return base
                + "/fragments"
                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private static void add(ArrayList<String> parameters, String name, String value) {
        if (!value.isEmpty()) parameters.add(name + "=" + Addresses.encode(value));
    }
}
