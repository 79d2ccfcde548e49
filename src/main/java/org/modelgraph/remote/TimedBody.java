package org.modelgraph.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A body that ends with an error when its time is over, also where nothing more comes. */
final class TimedBody extends FilterInputStream {
    private final long end;
    private final AtomicReference<Optional<InputStream>> open;

    TimedBody(InputStream body, long endNanos, ScheduledExecutorService clock) {
        super(body);
        end = endNanos;
        var held = new AtomicReference<>(Optional.of(body));
        open = held;
        var _ =
                clock.schedule(
                        () -> held.getAndSet(Optional.empty()).ifPresent(TimedBody::expire),
                        endNanos - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
    }

    private static void expire(InputStream body) {
        try {
            body.close();
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
        open.set(Optional.empty());
        super.close();
    }
}
