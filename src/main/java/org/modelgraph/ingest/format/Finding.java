package org.modelgraph.ingest.format;

import org.apache.jena.graph.Triple;

import java.util.List;

/**
 * Statements that stand or fall together: a claim with its passage and with the descriptions of the
 * things that it names and that the graph does not have.
 *
 * @param line the line of the file that they come from
 * @param what what they come from, in words
 * @param claim true where they say something, false where they only tell what the source is
 */
public record Finding(int line, String what, boolean claim, List<Triple> triples) {}
