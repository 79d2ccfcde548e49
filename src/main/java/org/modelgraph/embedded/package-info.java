/** The graph inside another program: open it, ask, write, serve it, close it. */
@NullMarked
package org.modelgraph.embedded;

import org.jspecify.annotations.NullMarked;
