package org.modelgraph.chart;

/**
 * A number to be drawn.
 *
 * @param value the number
 * @param written how it is written
 * @param style the classes of its mark
 * @param title what is told where somebody points at it
 */
public record Point(double value, String written, String style, String title) {}
