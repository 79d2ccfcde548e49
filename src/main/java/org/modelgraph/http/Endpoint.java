package org.modelgraph.http;

/** A part of the server, which knows the addresses that it answers at. */
public interface Endpoint {
    /** Names the addresses, and what answers there. */
    void open(Routing routing);
}
