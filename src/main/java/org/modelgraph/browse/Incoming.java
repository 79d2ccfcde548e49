package org.modelgraph.browse;

import java.util.List;

/**
 * What points at a thing by one property.
 *
 * @param total how many things do
 * @param subjects one page of them, in the order of their labels
 * @param page which page this is, from 1
 * @param pages how many pages there are
 */
public record Incoming(Thing property, long total, List<Thing> subjects, int page, int pages) {}
