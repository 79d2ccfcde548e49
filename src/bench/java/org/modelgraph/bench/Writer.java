package org.modelgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Changes a server's store ten times a second, until it is closed: a quad comes, and goes. */
final class Writer implements AutoCloseable {
    private static final long EACH_NANOS = 100_000_000;
    private static final String QUAD =
            " DATA { GRAPH <http://example.org/g> { <http://example.org/s> a"
                    + " <http://example.org/C> } }";

    private final Peer peer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final long begin = System.nanoTime();
    private volatile boolean isEnded;
    private final AtomicInteger done = new AtomicInteger();

    Writer(Peer peer) {
        this.peer = peer;
        thread.execute(this::run);
    }

    private void run() {
        try {
            for (var next = begin; !isEnded; next += EACH_NANOS) {
                peer.update((done.get() % 2 == 0 ? "INSERT" : "DELETE") + QUAD);
                done.incrementAndGet();
                var wait = next + EACH_NANOS - System.nanoTime();
                if (wait > 0) Thread.sleep(wait / 1_000_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many updates were done in a second so far. */
    double perSecond() {
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        isEnded = true;
        thread.close();
    }
}
