package org.modelgraph.browse;

import java.util.List;

/**
 * What the graph says of one thing, ready to be shown.
 *
 * @param thing the thing itself
 * @param types its classes, the nearest first
 * @param definition what it is, in one sentence; empty where the graph does not say
 * @param properties what is stated of it, labels left out
 * @param evidence where it is stated, if it is a claim
 * @param incoming what points at it
 */
public record Description(
        Thing thing,
        List<Thing> types,
        String definition,
        List<Property> properties,
        List<Evidence> evidence,
        List<Incoming> incoming) {}
