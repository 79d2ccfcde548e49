package org.modelgraph.replication;

import org.modelgraph.graph.KnowledgeGraph;

import java.time.Duration;
import java.util.Optional;

/**
 * Which part a server is to have among those that share a log.
 *
 * @param log the address of the log; empty for a server that is alone
 * @param role what it is at its start, where there is a log
 * @param writer the address of the server that takes writes, without a slash at its end
 * @param longestLag a replica whose state may be older than this is not ready
 */
public record Membership(
        Optional<String> log, Role role, Optional<String> writer, Duration longestLag) {
    /**
     * Joins a store to the log, if there is one; a replica whose store is new takes its beginning
     * from the log.
     *
     * @throws org.modelgraph.problem.Problem where the log can't be used
     */
    public Optional<Replication> join(KnowledgeGraph store) {
        return log.map(address -> Replication.open(store, address, role));
    }

    /** True of a server that takes what its store holds from the log alone. */
    public boolean isReplica() {
        return log.isPresent() && role == Role.REPLICA;
    }
}
