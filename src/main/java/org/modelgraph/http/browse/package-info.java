/** Pages for people beside those of single things: panels, comparisons, maps, the ontology. */
@NullMarked
package org.modelgraph.http.browse;

import org.jspecify.annotations.NullMarked;
