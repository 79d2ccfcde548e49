/** Pages for people: view models, templates, texts and addresses. Knows no server. */
@NullMarked
package org.modelgraph.http.pages;

import org.jspecify.annotations.NullMarked;
