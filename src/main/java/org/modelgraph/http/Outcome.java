package org.modelgraph.http;

import java.util.Optional;

/**
 * How a write ended well.
 *
 * @param status 201 where something new stands there, else 204
 * @param location where the new thing is found, if the client did not name it
 */
record Outcome(int status, Optional<String> location) {
    static final Outcome CREATED = new Outcome(201, Optional.empty());
    static final Outcome DONE = new Outcome(204, Optional.empty());

    static Outcome createdAt(String address) {
        return new Outcome(201, Optional.of(address));
    }
}
