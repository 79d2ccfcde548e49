package org.modelgraph.federation;

/** Why a call of another server came to nothing. */
final class RemoteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private RemoteFailure(String reason, boolean refused) {
        super(reason);
        this.refused = refused;
    }

    /** The server, or the way to it, failed: SERVICE SILENT passes over it. */
    static RemoteFailure of(String reason) {
        return new RemoteFailure(reason, false);
    }

    /** The call must not be made: an error also where the query says SILENT. */
    static RemoteFailure refused(String reason) {
        return new RemoteFailure(reason, true);
    }

    boolean isRefused() {
        return refused;
    }

    /** The reason, to be put behind a colon. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
