package org.modelgraph.replication;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** A log that keeps an entry and does not say so, or says that it is not there. */
final class SilentLog implements ReplicationLog {
    private final ReplicationLog log;
    boolean silent;
    boolean deaf;

    SilentLog(ReplicationLog log) {
        this.log = log;
    }

    @Override
    public Outcome append(EntryHeader header, Content content) {
        if (deaf) return new Outcome.Refused(new IOException("deaf"));
        var outcome = log.append(header, content);
        return silent ? new Outcome.Unknown(new IOException("silent")) : outcome;
    }

    @Override
    public String name() {
        return log.name();
    }

    @Override
    public long acquire() {
        return log.acquire();
    }

    @Override
    public OptionalLong resume() {
        return log.resume();
    }

    @Override
    public Reading read(long after, int most, Duration patience) {
        return log.read(after, most, patience);
    }

    @Override
    public long newest() {
        return log.newest();
    }

    @Override
    public void prune(long before) {
        log.prune(before);
    }

    @Override
    public void close() {
        log.close();
    }
}
