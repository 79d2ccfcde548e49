package org.modelgraph.replication;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.graph.Overheard;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Proposal;
import org.modelgraph.graph.Publication;
import org.modelgraph.history.PatchDraft;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.ReplicationLog.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/**
 * The writer's side: appends each commit to the log before the store makes it. After an append
 * whose commit did not follow, or whose outcome is unknown, nothing is written before the store has
 * been brought to the end of the log.
 */
final class Publisher implements Publication, Participant {
    private static final Logger logger = LoggerFactory.getLogger(Publisher.class);

    private final ReplicationLog log;
    private final Spool spool;
    private final Runnable catchUp;
    private final Runnable yielding;
    private volatile State state = State.RESTING;
    private Optional<PatchDraft> streamed = Optional.empty();

    private enum State {
        /** Nothing is published here. */
        RESTING,
        /** The store has all that was published. */
        SETTLED,
        /** The store may lack what was published. */
        UNSETTLED,
        CATCHING_UP
    }

    /**
     * A publisher that rests.
     *
     * @param spool where changes that are many are written down first
     * @param catchUp acquires the log and brings the store to its end
     * @param yielding is run where another writer has acquired the log
     */
    Publisher(ReplicationLog log, Spool spool, Runnable catchUp, Runnable yielding) {
        this.log = log;
        this.spool = spool;
        this.catchUp = catchUp;
        this.yielding = yielding;
    }

    /** From now on commits are published. */
    void begin() {
        state = State.SETTLED;
    }

    /** From now on nothing is published: what the store commits comes from the log. */
    void rest() {
        state = State.RESTING;
    }

    boolean isSettled() {
        return state == State.SETTLED;
    }

    @Override
    public void settle() {
        if (state == State.SETTLED) return;
        synchronized (this) {
            switch (state) {
                case SETTLED -> {}
                case RESTING -> throw takesNoWrites();
                case UNSETTLED -> {
                    state = State.CATCHING_UP;
                    try {
                        catchUp.run();
                    } finally {
                        if (state == State.CATCHING_UP) state = State.UNSETTLED;
                    }
                }
                case CATCHING_UP -> throw busy();
            }
        }
    }

    private static Problem busy() {
        return Problem.of(Problem.Kind.BUSY, "The write before has to be settled first.")
                .hint("Try again.");
    }

    @Override
    public Optional<LogPlace> publish(Proposal proposal) {
        if (state == State.RESTING) throw takesNoWrites();
        if (state != State.SETTLED) throw busy();
        var content =
                proposal.change().streamed()
                        ? Spool.seal(streamed.orElseThrow())
                        : spool.content(proposal);
        state = State.UNSETTLED;
        try {
            return Optional.of(place(log.append(EntryHeader.of(proposal), content)));
        } finally {
            content.release();
        }
    }

    private LogPlace place(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var place) -> place;
            case Outcome.Fenced() -> {
                state = State.RESTING;
                yielding.run();
                throw takesNoWrites();
            }
            case Outcome.Refused(var reason) -> {
                state = State.SETTLED;
                throw Problem.of(
                                Problem.Kind.NOT_READY,
                                "The log of commits takes nothing now, so nothing was changed.")
                        .hint("Try again later.")
                        .causedBy(reason);
            }
            case Outcome.Unknown(var reason) ->
                    throw Problem.of(
                                    Problem.Kind.UNKNOWN_OUTCOME,
                                    "The log of commits did not say whether it took the write.")
                            .hint("Send it again with the same Idempotency-Key: it is done once.")
                            .causedBy(reason);
        };
    }

    private static Problem takesNoWrites() {
        return Problem.of(
                        Problem.Kind.REPLICA,
                        "Another server has become the writer; nothing was changed.")
                .hint("Send the write to that server.");
    }

    @Override
    public void kept() {
        state = State.SETTLED;
    }

    @Override
    public StreamRDF watch(Change change, StreamRDF sink) {
        if (state != State.SETTLED) return sink;
        var draft = spool.draft();
        streamed = Optional.of(draft);
        return new Overheard(sink, draft::add);
    }

    @Override
    public void adding(Change change, Quad quad) {
        streamed.ifPresent(draft -> draft.add(quad));
    }

    @Override
    public void removing(Change change, Quad quad) {
        streamed.ifPresent(draft -> draft.delete(quad));
    }

    @Override
    public void committed(Change change) {
        streamed = Optional.empty();
    }

    @Override
    public void failed(Change change, Throwable why) {
        try {
            if (streamed.isPresent()) streamed.get().discard();
        } catch (IOException e) {
            logger.warn("A file of the spool is left behind", e);
        }
        streamed = Optional.empty();
    }
}
