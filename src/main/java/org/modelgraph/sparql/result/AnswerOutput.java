package org.modelgraph.sparql.result;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The way of an answer to where it is read. Rows gather in a buffer of the process's pool and go on
 * 32 KiB at a time; rows that wait there can be pushed on from another thread, so that a slow query
 * shows its first row soon. Rows are never split by a push.
 */
public final class AnswerOutput implements AutoCloseable {
    private static final int ENOUGH = 32 * 1024;
    private static final Pool<Utf8Buffer> BUFFERS = new Pool<>(Utf8Buffer::new);

    private final OutputStream target;
    private final Utf8Buffer buffer = BUFFERS.take();
    private final Object going = new Object();
    private byte[] ready = {};
    private int sent;
    private int whole;
    private boolean closed;

    private AnswerOutput(OutputStream target) {
        this.target = target;
        buffer.cut(0);
    }

    /**
     * An output that has written nothing.
     *
     * @param target stays the caller's, and is neither flushed (save by a push) nor closed
     */
    public static AnswerOutput to(OutputStream target) {
        return new AnswerOutput(target);
    }

    Utf8Buffer buffer() {
        return buffer;
    }

    /** Says that what is in the buffer can be read; where it is enough, it goes on. */
    void endRow() throws IOException {
        synchronized (going) {
            ready = buffer.array();
            whole = buffer.size();
            if (whole - sent >= ENOUGH) send();
            if (sent < whole || whole < ENOUGH) return;
            buffer.cut(0);
            sent = 0;
            whole = 0;
        }
    }

    private void send() throws IOException {
        target.write(ready, sent, whole - sent);
        sent = whole;
    }

    /**
     * Lets rows that wait go on, and flushes; for another thread than that of the writer. Does
     * nothing where none wait, or after the end.
     */
    public void push() throws IOException {
        synchronized (going) {
            if (closed || sent == whole) return;
            send();
            target.flush();
        }
    }

    /** Sends the rest: the answer is whole. */
    public void finish() throws IOException {
        endRow();
        synchronized (going) {
            if (sent < whole) send();
        }
    }

    /** The same way for a writer that knows streams alone. */
    public OutputStream asStream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                buffer.add((char) (b & 0xff));
                endRow();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                buffer.add(bytes, offset, length);
                endRow();
            }
        };
    }

    /** Ends it, whole or not; what has not gone by now never goes. Nothing is pushed any more. */
    @Override
    public void close() {
        synchronized (going) {
            if (closed) return;
            closed = true;
            ready = new byte[0];
        }
        if (buffer.isReusable()) BUFFERS.give(buffer);
    }
}
