package org.modelgraph.chart;

import java.util.List;

/** A name and its numbers, at least one. */
public record Row(String name, List<Point> points) {}
