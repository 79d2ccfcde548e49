/**
 * The operators that plans are made of: one a file, each from batches of rows to batches of rows.
 */
@NullMarked
package org.modelgraph.engine.operator;

import org.jspecify.annotations.NullMarked;
