/** How other servers are called: which, where to, how often, and what comes back. */
@NullMarked
package org.modelgraph.federation;

import org.jspecify.annotations.NullMarked;
