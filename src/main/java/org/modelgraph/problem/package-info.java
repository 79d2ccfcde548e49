/** What can go wrong, said once, in words a user can act on. */
@NullMarked
package org.modelgraph.problem;

import org.jspecify.annotations.NullMarked;
