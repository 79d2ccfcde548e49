/** Which thing is meant by a name: one service for importers and for reconciliation; pure. */
@NullMarked
package org.modelgraph.naming;

import org.jspecify.annotations.NullMarked;
