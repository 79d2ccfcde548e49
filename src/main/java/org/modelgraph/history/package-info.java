/** What every commit changed, by whom, when and why, in a log beside the store. */
@NullMarked
package org.modelgraph.history;

import org.jspecify.annotations.NullMarked;
