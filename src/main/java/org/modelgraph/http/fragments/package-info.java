/** Triple Pattern Fragments (https://linkeddatafragments.org/specification/) over HTTP. */
@NullMarked
package org.modelgraph.http.fragments;

import org.jspecify.annotations.NullMarked;
