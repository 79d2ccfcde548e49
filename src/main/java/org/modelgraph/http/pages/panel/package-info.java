/**
 * Panels: the answer to one question of the catalogue as a part of a page, with its query, its data
 * and a form to embed.
 */
@NullMarked
package org.modelgraph.http.pages.panel;

import org.jspecify.annotations.NullMarked;
