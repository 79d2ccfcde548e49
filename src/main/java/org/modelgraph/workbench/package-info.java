/** What helps somebody to write a query: completion, diagnoses, plans, and texts kept to share. */
@org.jspecify.annotations.NullMarked
package org.modelgraph.workbench;
