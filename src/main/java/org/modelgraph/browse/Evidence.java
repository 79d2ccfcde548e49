package org.modelgraph.browse;

import java.util.Optional;

/**
 * Where a claim is made.
 *
 * @param passage the passage
 * @param source the document that it stands in
 * @param locator where in the document
 * @param quotation its words, where they are quoted
 */
public record Evidence(
        Thing passage, Thing source, String locator, Optional<Value.Text> quotation) {}
