/**
 * Charts as SVG, made on the server: widths in per cent and text in its natural size, so that one
 * drawing fits a phone and a desk; colours by class, so that style sheets decide. Knows no graph.
 */
@NullMarked
package org.modelgraph.chart;

import org.jspecify.annotations.NullMarked;
