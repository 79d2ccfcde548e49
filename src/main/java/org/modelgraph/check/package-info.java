/** What is wrong with an ontology directory and with files of users, told in a curator's words. */
@NullMarked
package org.modelgraph.check;

import org.jspecify.annotations.NullMarked;
