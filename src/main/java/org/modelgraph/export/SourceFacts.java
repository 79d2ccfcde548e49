package org.modelgraph.export;

import org.apache.jena.graph.Node;

import java.util.Optional;

/**
 * What a claim is stated in.
 *
 * @param label what the source is called
 * @param url its address, where one is known
 * @param creator who made it, where it is known
 */
record SourceFacts(Node node, String label, Optional<String> url, Optional<Thing> creator) {}
