/** The store: TDB2, transactions, versions, the files of the ontology, rules and shapes. */
@NullMarked
package org.modelgraph.graph;

import org.jspecify.annotations.NullMarked;
