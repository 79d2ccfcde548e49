/** Tables and files of others, turned into quads; pure, without a store. */
@NullMarked
package org.modelgraph.ingest;

import org.jspecify.annotations.NullMarked;
