package org.modelgraph.replication;

import org.modelgraph.graph.LogPlace;

/** An entry as it stands in a log. */
public record Entry(LogPlace place, EntryHeader header, Content content) {}
