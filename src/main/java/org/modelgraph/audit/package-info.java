/** Who wrote what and when, and who was refused: a file that is only ever added to. */
@NullMarked
package org.modelgraph.audit;

import org.jspecify.annotations.NullMarked;
