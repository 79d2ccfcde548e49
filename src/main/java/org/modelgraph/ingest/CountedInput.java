package org.modelgraph.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that knows how many bytes were read of it. */
public abstract class CountedInput extends FilterInputStream {
    private long seen;

    protected CountedInput(InputStream in) {
        super(in);
    }

    /**
     * A stream that tells how many bytes were read of it.
     *
     * @param progress is told the bytes so far, whenever some have come
     */
    public static CountedInput of(InputStream in, LongConsumer progress) {
        return new CountedInput(in) {
            @Override
            protected void came(long seen) {
                progress.accept(seen);
            }
        };
    }

    /**
     * Some bytes have come.
     *
     * @param seen how many they are with those before
     */
    protected abstract void came(long seen);

    /** How many bytes have come. */
    protected final long seen() {
        return seen;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) came(++seen);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var n = super.read(target, offset, length);
        if (n > 0) came(seen += n);
        return n;
    }
}
