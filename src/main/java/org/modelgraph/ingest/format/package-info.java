/** The formats of others: each turns a file into claims with their passages; pure, no store. */
@NullMarked
package org.modelgraph.ingest.format;

import org.jspecify.annotations.NullMarked;
