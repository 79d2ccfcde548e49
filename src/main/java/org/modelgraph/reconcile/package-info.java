/** Which things of the graph a table may mean by its names and values; knows no protocol. */
@NullMarked
package org.modelgraph.reconcile;

import org.jspecify.annotations.NullMarked;
