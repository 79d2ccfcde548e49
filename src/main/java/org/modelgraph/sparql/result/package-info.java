/** Rows and triples as bytes: the writers of the formats in which answers stream. */
@NullMarked
package org.modelgraph.sparql.result;

import org.jspecify.annotations.NullMarked;
