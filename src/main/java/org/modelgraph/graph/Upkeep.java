package org.modelgraph.graph;

import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What keeps the files of an open store in order, and what there is to know of them. */
public final class Upkeep {
    private final Connection connection;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final ReentrantLock compacting = new ReentrantLock();
    private final Succession succession = new Succession();
    private final Compaction.Reader reader;
    private volatile Runnable pace = () -> {};
    private volatile Optional<WriteHold> held = Optional.empty();

    Upkeep(Connection connection, Compaction.Reader reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /**
     * Does work that writes, with no other writer beside it.
     *
     * @throws Problem of kind {@link Problem.Kind#BUSY} where others write for too long
     */
    public <T> T asWriter(Supplier<T> work) {
        pace.run();
        Connection.lock(writer, "another write");
        held = Optional.of(WriteHold.now());
        try {
            return work.get();
        } finally {
            held = Optional.empty();
            writer.unlock();
        }
    }

    /** Has something done before each write takes its turn: what waits there holds up no other. */
    public void pace(Runnable before) {
        pace = before;
    }

    /** Lets a copy in the making follow a commit; called by its writer. */
    void follow(Succession.Commit commit) {
        succession.follow(commit);
    }

    /**
     * Writes the live quads one after the other into new files and gives the room of the old ones
     * back, beside readers and writers.
     *
     * @throws Problem of kind {@link Problem.Kind#BUSY} where another compaction is running, or
     *     others gave it no chance; the store is then as before
     */
    public Compaction.Outcome compact() {
        if (!compacting.tryLock())
            throw Problem.of(Problem.Kind.BUSY, "A compaction is running already.");
        try {
            return new Compaction(connection, writer, succession).run(reader);
        } finally {
            compacting.unlock();
        }
    }

    /** The room that the files of the store take. */
    public StoreSize size() {
        return newest().map(StoreSize::of).orElse(new StoreSize(0, 0));
    }

    /** When the store was last compacted and the room that it took then, if that is known. */
    public Optional<Generation.Note> compacted() {
        return newest().flatMap(Generation::note);
    }

    private Optional<Path> newest() {
        return Generations.newest(connection.directory());
    }

    /** Who is writing, if somebody is. */
    public Optional<WriteHold> held() {
        return held;
    }

    /**
     * Lets long reading go on.
     *
     * @throws Problem where it would hold up others
     */
    public void requireUndisturbed() {
        connection.requireUndisturbed();
    }
}
