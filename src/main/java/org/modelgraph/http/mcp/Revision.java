package org.modelgraph.http.mcp;

import java.util.Arrays;
import java.util.Optional;

/** The revisions of the protocol that are spoken here, the newest first. */
enum Revision {
    NOVEMBER_2025("2025-11-25"),
    JUNE_2025("2025-06-18"),
    /** The only one in which messages come in batches; meant where a client names none. */
    MARCH_2025("2025-03-26"),
    NOVEMBER_2024("2024-11-05");

    private final String date;

    Revision(String date) {
        this.date = date;
    }

    /** The name of the revision. */
    String date() {
        return date;
    }

    static Optional<Revision> of(String date) {
        return Arrays.stream(values()).filter(r -> r.date.equals(date)).findFirst();
    }

    /** The revision to speak with a client that wants one: that one, else the newest. */
    static Revision agreed(String wanted) {
        return of(wanted).orElse(NOVEMBER_2025);
    }
}
