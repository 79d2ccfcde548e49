/** The saved queries of {@code queries/}, as values. */
@NullMarked
package org.modelgraph.catalog;

import org.jspecify.annotations.NullMarked;
