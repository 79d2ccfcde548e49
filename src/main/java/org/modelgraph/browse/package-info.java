/** What the graph says of one thing: labels, statements, sources, incoming links. */
@NullMarked
package org.modelgraph.browse;

import org.jspecify.annotations.NullMarked;
