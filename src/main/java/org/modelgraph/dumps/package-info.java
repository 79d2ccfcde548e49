/** Everything in a store as files, with their hashes and a description. */
@NullMarked
package org.modelgraph.dumps;

import org.jspecify.annotations.NullMarked;
