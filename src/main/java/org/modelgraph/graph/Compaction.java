package org.modelgraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Copies the live quads of a store into a new generation and puts it in the place of the old one.
 *
 * <p>TDB2's own compaction holds writers for its whole length and hangs where a reader spans its
 * end (apache/jena#3488). Here the copy is made from the state of one reader; the commits that come
 * meanwhile are carried over after it; writers wait for the last of them only, and readers while
 * the files are exchanged, which takes well under a second. The exchange is tried in short turns,
 * so that a reader that runs long holds up nobody.
 */
public final class Compaction {
    private static final Logger log = LoggerFactory.getLogger(Compaction.class);
    private static final Duration TURN = Duration.ofMillis(300);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TURNS = 100;
    private static final Duration LAST_TURN = Duration.ofSeconds(35);

    private final Connection connection;
    private final Lock writer;
    private final Succession succession;

    Compaction(Connection connection, Lock writer, Succession succession) {
        this.connection = connection;
        this.writer = writer;
        this.succession = succession;
    }

    /**
     * What a compaction did.
     *
     * @param version the state that the store was in, and is in still
     */
    public record Outcome(StoreSize before, StoreSize after, Duration duration, Version version) {}

    /** Reads the store in a transaction of its own. */
    interface Reader {
        Version read(Consumer<View> work);
    }

    Outcome run(Reader reader) {
        var directory = connection.directory();
        var begin = System.nanoTime();
        var old = Generations.newest(directory).orElseThrow();
        var before = StoreSize.of(old);
        succession.begin();
        try (var next = Generation.begin(directory)) {
            var copied =
                    reader.read(view -> next.pack(view.dataset(), connection::requireUndisturbed));
            var version = exchange(next, copied);
            Generations.remove(old);
            var after = next.size();
            var duration = Duration.ofNanos(System.nanoTime() - begin);
            log.info(
                    "Compacted {} from {} to {} KiB in {} ms",
                    directory,
                    before.real() >> 10,
                    after.real() >> 10,
                    duration.toMillis());
            return new Outcome(before, after, duration, version);
        } finally {
            succession.end();
        }
    }

    private Version exchange(Generation next, Version copied) {
        var reached = copied;
        for (var turn = 1; turn <= TURNS; turn++) {
            connection.requireUndisturbed();
            reached = catchUp(next, reached);
            Connection.lock(writer, "another write");
            try {
                reached = catchUp(next, reached);
                if (connection.tryAlone(
                        turn < TURNS ? TURN : LAST_TURN, open -> exchange(next, open)))
                    return reached;
            } finally {
                writer.unlock();
            }
            pause();
        }
        throw Problem.of(
                        Problem.Kind.BUSY,
                        "Queries were running all the time; nothing has been compacted.")
                .hint("Compact again later.");
    }

    private Version catchUp(Generation next, Version reached) {
        var commits = succession.takeAfter(reached);
        if (commits.isEmpty()) return reached;
        next.fill(target -> commits.forEach(c -> c.carryOver(target)));
        return commits.getLast().version();
    }

    private static DatasetGraph exchange(Generation next, DatasetGraph open) {
        var container = TDBInternal.getDatabaseContainer(open);
        var old = TDBInternal.requireStorage(open);
        Path crowned = next.crown();
        try {
            container.set(Generation.open(crowned));
        } catch (RuntimeException e) {
            Generations.remove(crowned);
            throw e;
        }
        Generation.shut(old);
        return container;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
