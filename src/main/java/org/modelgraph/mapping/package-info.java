/** What our terms have in common with those of others, and what follows from it. */
@NullMarked
package org.modelgraph.mapping;

import org.jspecify.annotations.NullMarked;
