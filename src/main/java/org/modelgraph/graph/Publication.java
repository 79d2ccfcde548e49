package org.modelgraph.graph;

import org.modelgraph.problem.Problem;

import java.util.Optional;

/**
 * Where each commit has to stand before the store makes it. What stands there has happened, whether
 * or not this store got to its own commit: others may have followed it already.
 */
public interface Publication {
    /** Nobody is told. */
    Publication NONE = _ -> Optional.empty();

    /**
     * Makes sure that the store has all that was published, and that it may publish; called before
     * a write, which is then staged on that state.
     *
     * @throws Problem where this store may not write, or can't know yet what was published
     */
    default void settle() {}

    /**
     * Publishes a commit; the writer's lock is held.
     *
     * @return the place that the store notes in the transaction of the commit
     * @throws Problem where it is not published and nothing has happened; or, of kind {@link
     *     Problem.Kind#UNKNOWN_OUTCOME}, where that is not known
     */
    Optional<LogPlace> publish(Proposal proposal);

    /** Is told that the store has what was published. */
    default void kept() {}
}
