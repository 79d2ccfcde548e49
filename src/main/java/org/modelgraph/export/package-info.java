/**
 * How knowledge leaves in the formats of others: each turns what a graph holds of a thing into text
 * or RDF; pure, no store.
 */
@NullMarked
package org.modelgraph.export;

import org.jspecify.annotations.NullMarked;
