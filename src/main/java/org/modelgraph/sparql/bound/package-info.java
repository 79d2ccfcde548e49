/** What keeps one evaluation from taking more time or memory than it may. */
@NullMarked
package org.modelgraph.sparql.bound;

import org.jspecify.annotations.NullMarked;
