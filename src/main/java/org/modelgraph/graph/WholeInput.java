package org.modelgraph.graph;

import org.modelgraph.problem.Problem;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose early end is an error: of packed bytes that break off, or of a body that is
 * shorter than was said. Jena's readers take {@link EOFException} for the end of the text, and what
 * came before for all of it. Reading throws a {@link Problem} of kind {@link
 * Problem.Kind#MALFORMED_DATA} instead.
 */
public final class WholeInput extends FilterInputStream {
    public WholeInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (EOFException e) {
            throw brokenOff(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (EOFException e) {
            throw brokenOff(e);
        }
    }

    private static Problem brokenOff(EOFException e) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, "The data break off before their end.")
                .hint("Send the whole body, or load the whole file.")
                .causedBy(e);
    }
}
