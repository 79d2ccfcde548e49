package org.modelgraph.graph;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Takes part in every write between what a client asks for and what is on disk. The writer's lock
 * is held all the while, so one write is seen from {@link #stage} to its end before the next one
 * begins, and calls never overlap; participants are called in the order in which they enlisted.
 *
 * <p>A write that changes nothing is staged and goes no further. Of a bulk load there is no
 * would-be state: it is not staged.
 */
public interface Participant {
    /**
     * Sees the would-be state, the work of the client and of the participants before included, and
     * may add to it, or refuse the write by throwing. Nothing is on disk yet. A dry run ends here.
     */
    default void stage(Overlay wouldBe, Attribution by) {}

    /**
     * Sees the change when all have agreed to it and before the store is touched; a log that is
     * written ahead belongs here. May still refuse by throwing.
     */
    default void prepare(Change change) {}

    /**
     * Sees the quads of a bulk load pass that are not there yet; what is returned takes the place
     * of the sink.
     */
    default StreamRDF watch(Change change, StreamRDF sink) {
        return sink;
    }

    /**
     * Sees the state that a bulk load makes, inside of its transaction, when all quads have passed;
     * may add to it, or refuse the load by throwing.
     */
    default void complete(Change change, DatasetGraph state) {}

    /** Is told that a participant adds a quad to complete a bulk load. */
    default void adding(Change change, Quad quad) {}

    /** Is told that a bulk load removes a quad, as it does where it replaces a graph. */
    default void removing(Change change, Quad quad) {}

    /**
     * Is told that the last quad of a bulk load has passed, and that the commit comes next. May
     * still refuse by throwing.
     */
    default void streamed(Change change) {}

    /** Is told that the change is on disk. What is thrown here is logged and stops nothing. */
    default void committed(Change change) {}

    /** Is told that a change for which {@link #prepare} was called did not come about. */
    default void failed(Change change, Throwable why) {}
}
