package org.modelgraph.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A body that ends with an error when its time is over, also where nothing more comes. */
final class TimedBody extends FilterInputStream {
    private final long end;
    private volatile boolean done;

    TimedBody(InputStream body, long endNanos, ScheduledExecutorService clock) {
        super(body);
        end = endNanos;
        var _ = clock.schedule(this::expire, endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void expire() {
        if (done) return;
        try {
            super.close();
        } catch (IOException e) {
            // it ends all the same
        }
    }

    private boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    private int checked(int read) throws IOException {
        if (isOver()) throw new OverdueException();
        return read;
    }

    @Override
    public int read() throws IOException {
        try {
            return checked(super.read());
        } catch (IOException e) {
            throw isOver() ? new OverdueException() : e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return checked(super.read(bytes, offset, length));
        } catch (IOException e) {
            throw isOver() ? new OverdueException() : e;
        }
    }

    @Override
    public void close() throws IOException {
        done = true;
        super.close();
    }
}
