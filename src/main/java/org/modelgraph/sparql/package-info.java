/** The SPARQL protocol and the evaluation of queries, without any HTTP type. */
@NullMarked
package org.modelgraph.sparql;

import org.jspecify.annotations.NullMarked;
