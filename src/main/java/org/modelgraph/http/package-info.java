/** The server: routes, negotiation, admission, errors and pages. */
@NullMarked
package org.modelgraph.http;

import org.jspecify.annotations.NullMarked;
