/** One store as many: commits of a writer in a log, which replicas follow. */
@NullMarked
package org.modelgraph.replication;

import org.jspecify.annotations.NullMarked;
