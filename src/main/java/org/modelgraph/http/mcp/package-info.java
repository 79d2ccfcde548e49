/** The Model Context Protocol, by which agents ask: tools, resources and prompts, all read-only. */
@NullMarked
package org.modelgraph.http.mcp;

import org.jspecify.annotations.NullMarked;
