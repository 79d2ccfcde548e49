/** The program: its entry point and its settings. */
@NullMarked
package org.modelgraph;

import org.jspecify.annotations.NullMarked;
