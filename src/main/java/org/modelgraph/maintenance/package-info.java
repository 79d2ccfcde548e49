/** Looks after a store: compaction, backup, restoring, room on the disk, and its inspection. */
@NullMarked
package org.modelgraph.maintenance;

import org.jspecify.annotations.NullMarked;
