package org.modelgraph.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Passes bytes on and keeps a copy of them, as long as they are not too many. */
final class Recording extends OutputStream {
    private final OutputStream target;
    private final int most;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean whole = true;

    /**
     * A recording.
     *
     * @param most how many bytes are kept; of more none is
     */
    Recording(OutputStream target, int most) {
        this.target = target;
        this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (whole && length <= most - copy.size()) copy.write(bytes, offset, length);
        else if (whole) {
            whole = false;
            copy.reset();
        }
        target.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /** All bytes that passed; empty where they were too many. */
    Optional<byte[]> bytes() {
        return whole ? Optional.of(copy.toByteArray()) : Optional.empty();
    }
}
