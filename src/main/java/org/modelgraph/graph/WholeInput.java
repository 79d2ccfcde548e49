package org.modelgraph.graph;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose early end is an error: of packed bytes that break off, or of a body that is
 * shorter than was said. Jena's readers take {@link EOFException} for the end of the text, and what
 * came before for all of it.
 */
public final class WholeInput extends FilterInputStream {
    /** A stream that breaks off where it must not. */
    public static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        private BrokenOff(EOFException cause) {
            super("the data break off before their end", cause);
        }

        /** Jena tells exceptions by this text, to whoever sent the data. */
        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    public WholeInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException e) {
            throw new BrokenOff(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (EOFException e) {
            throw new BrokenOff(e);
        }
    }
}
