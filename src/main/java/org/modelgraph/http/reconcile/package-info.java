/**
 * The Reconciliation Service API, version 0.2 of the W3C community group, by which OpenRefine and
 * others find the IRIs that names in tables stand for.
 */
@NullMarked
package org.modelgraph.http.reconcile;

import org.jspecify.annotations.NullMarked;
