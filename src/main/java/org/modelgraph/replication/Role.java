package org.modelgraph.replication;

/** What a server is among those that share a log. */
public enum Role {
    /** It takes writes and appends them to the log. */
    WRITER,
    /** It follows the log and takes no writes. */
    REPLICA
}
