/** From ARQ's algebra to a plan of operators over a snapshot. */
@NullMarked
package org.modelgraph.engine.plan;

import org.jspecify.annotations.NullMarked;
