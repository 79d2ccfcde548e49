package org.modelgraph.naming;

/**
 * A thing that may be meant by a name that nothing is called exactly.
 *
 * @param thing the thing
 * @param score how near its name is, from 0 to 1
 */
public record Candidate(Named thing, double score) {}
