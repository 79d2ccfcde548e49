package org.modelgraph.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how many bytes were read of it. */
final class CountedInput extends FilterInputStream {
    private final LongConsumer progress;
    private long done;

    CountedInput(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        var b = super.read();
        if (b >= 0) progress.accept(++done);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var n = super.read(buffer, offset, length);
        if (n > 0) progress.accept(done += n);
        return n;
    }
}
