/** Mappings to other vocabularies, and what means the same, over HTTP. */
@NullMarked
package org.modelgraph.http.mapping;

import org.jspecify.annotations.NullMarked;
