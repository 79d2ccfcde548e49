/** How log lines are written. */
@NullMarked
package org.modelgraph.logging;

import org.jspecify.annotations.NullMarked;
