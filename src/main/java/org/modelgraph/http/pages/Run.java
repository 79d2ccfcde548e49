package org.modelgraph.http.pages;

import java.util.List;

/**
 * How a query went.
 *
 * @param query its text, as asked
 * @param milliseconds how long it took
 * @param truncated true where the answer has more than the page shows
 * @param warnings what is strange about the query, in English
 */
public record Run(String query, long milliseconds, boolean truncated, List<String> warnings) {}
