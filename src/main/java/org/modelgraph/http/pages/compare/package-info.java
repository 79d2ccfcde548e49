/** Models side by side. */
@NullMarked
package org.modelgraph.http.pages.compare;

import org.jspecify.annotations.NullMarked;
