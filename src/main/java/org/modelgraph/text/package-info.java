/**
 * Finds things by the words of their texts: labels, definitions, quotations and all other strings.
 */
@NullMarked
package org.modelgraph.text;

import org.jspecify.annotations.NullMarked;
