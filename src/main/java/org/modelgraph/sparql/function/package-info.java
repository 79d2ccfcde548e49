/** Functions that this server adds to SPARQL. */
@NullMarked
package org.modelgraph.sparql.function;

import org.jspecify.annotations.NullMarked;
