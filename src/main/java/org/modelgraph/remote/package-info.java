/** A store that stands elsewhere and speaks the SPARQL 1.1 Protocol. */
@NullMarked
package org.modelgraph.remote;

import org.jspecify.annotations.NullMarked;
