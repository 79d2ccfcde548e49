/**
 * Copies what lives in a TDB2 store into packed files, by ids: no term is decoded, no index is
 * searched.
 */
@NullMarked
package org.modelgraph.graph.packing;

import org.jspecify.annotations.NullMarked;
