package org.modelgraph.replication;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a server stands in the log.
 *
 * @param place the place of the last entry that it has
 * @param behind how many places of the log it knows of and has not yet carried over
 * @param lag how old the state that it shows may be: the time since it last had all of the log
 * @param trouble why it does not get on, if it does not
 */
public record Standing(
        Role role, long place, long behind, Duration lag, Optional<String> trouble) {}
