package org.modelgraph.remote;

import java.io.IOException;

/** The time of a request is over. */
public final class OverdueException extends IOException {
    private static final long serialVersionUID = 1L;

    OverdueException() {
        super("the remote store took too long");
    }
}
