package org.modelgraph.http;

/**
 * An answer that broke off after its first bytes had gone: the connection is closed, and no more
 * can be told.
 */
final class AnswerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerCut(RuntimeException cause) {
        super(cause);
    }
}
