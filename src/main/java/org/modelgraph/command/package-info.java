/** The verbs of the command line, one class each. */
@NullMarked
package org.modelgraph.command;

import org.jspecify.annotations.NullMarked;
