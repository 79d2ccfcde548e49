package org.modelgraph.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An output that holds back its first bytes: as long as it holds, nothing has been sent, and an
 * error can still take the place of the answer.
 */
final class HeldOutput extends OutputStream {
    /** How many bytes are held before the status line goes out. */
    static final int CAPACITY = 32 * 1024;

    private final Supplier<OutputStream> opener;
    private final Predicate<byte[]> settled;
    private byte[] held = new byte[CAPACITY];
    private int size;
    private @Nullable OutputStream open;

    /**
     * An output that has sent nothing.
     *
     * @param opener sets status and headers and gives the stream of the response; called once
     * @param settled sees an answer that is whole and still held, and says whether it need not go
     *     out
     */
    HeldOutput(Supplier<OutputStream> opener, Predicate<byte[]> settled) {
        this.opener = opener;
        this.settled = settled;
    }

    /** True as soon as bytes have gone out, and an error can no longer be told. */
    boolean released() {
        return open != null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (open == null && size + length <= held.length) {
            System.arraycopy(bytes, offset, held, size, length);
            size += length;
            return;
        }
        release().write(bytes, offset, length);
    }

    private OutputStream release() throws IOException {
        if (open == null) {
            open = opener.get();
            open.write(held, 0, size);
            held = new byte[0];
        }
        return open;
    }

    /** Sends what is held: the answer is whole. */
    void finish() throws IOException {
        if (open == null && settled.test(Arrays.copyOf(held, size))) return;
        release().flush();
    }

    @Override
    public void flush() throws IOException {
        if (released()) Objects.requireNonNull(open).flush();
    }
}
