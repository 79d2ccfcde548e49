/** What a snapshot holds, how it is built from a store, and how it follows the commits. */
@NullMarked
package org.modelgraph.engine.snapshot;

import org.jspecify.annotations.NullMarked;
