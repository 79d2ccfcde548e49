/** The run of an import: files in, checked claims into the store, and a report. */
@NullMarked
package org.modelgraph.imports;

import org.jspecify.annotations.NullMarked;
