/** Who a client is and what it may do: tokens, passwords and their scopes. */
@NullMarked
package org.modelgraph.access;

import org.jspecify.annotations.NullMarked;
