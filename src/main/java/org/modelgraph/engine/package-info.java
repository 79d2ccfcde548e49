/**
 * The engine: answers patterns over the union of all graphs from a snapshot in memory, in numbers
 * instead of terms, where ARQ and TDB2 would walk trees on disk. What it does not know runs in ARQ.
 */
@NullMarked
package org.modelgraph.engine;

import org.jspecify.annotations.NullMarked;
