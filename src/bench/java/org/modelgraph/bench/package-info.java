/** Measures the server beside its peers, on data and questions of its own. */
@NullMarked
package org.modelgraph.bench;

import org.jspecify.annotations.NullMarked;
