package org.modelgraph.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.modelgraph.graph.Change;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Version;
import org.modelgraph.sparql.Format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;

/**
 * Whole answers, as the bytes that were sent, held as long as their state of the store is the
 * present one and there is room. Who may read is decided before: everybody who may reads the same.
 */
final class ResultCache implements Participant {
    /** An answer takes at most this part of the room. */
    private static final int PARTS = 8;

    private static final int OVERHEAD = 400;

    /**
     * All that decides an answer beside the data.
     *
     * @param query its text in normal form
     */
    record Question(
            String query, List<String> defaultGraphs, List<String> namedGraphs, Format format) {}

    /** A question about one state of the store. */
    record Key(Version version, Question question) {}

    /**
     * An answer.
     *
     * @param body its bytes; none where it is too long to be held
     * @param packed the same by gzip, once somebody wanted it so
     * @param rows how many rows it has
     */
    record Held(Optional<byte[]> body, Optional<byte[]> packed, long rows) {
        private static final Held TOO_LONG = new Held(Optional.empty(), Optional.empty(), 0);

        private int weight(Key key) {
            return OVERHEAD
                    + 2 * key.question().query().length()
                    + body.map(b -> b.length).orElse(0)
                    + packed.map(b -> b.length).orElse(0);
        }
    }

    private final long room;
    private final Cache<Key, Held> answers;
    private final ConcurrentHashMap<Key, CompletableFuture<Boolean>> flights =
            new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * A cache.
     *
     * @param room how many bytes it may take; 0 holds nothing
     */
    ResultCache(long room) {
        this.room = room;
        answers =
                Caffeine.newBuilder()
                        .maximumWeight(room)
                        .weigher((Key k, Held h) -> h.weight(k))
                        .build();
    }

    /** How long an answer may be that is held, in bytes; 0 where none is. */
    int longest() {
        return (int) Math.min(room / PARTS, Integer.MAX_VALUE / 4);
    }

    /** An answer that is held; counts it as hit or miss. */
    Optional<Held> find(Key key) {
        var held = Optional.ofNullable(answers.getIfPresent(key));
        if (room > 0)
            (held.filter(h -> h.body().isPresent()).isPresent() ? hits : misses).increment();
        return held;
    }

    /** Holds an answer that was given whole. */
    void hold(Key key, byte[] body, long rows) {
        answers.put(key, new Held(Optional.of(body), Optional.empty(), rows));
    }

    /** Remembers that an answer is too long to be held, so that nobody waits for it. */
    void holdNot(Key key) {
        answers.put(key, Held.TOO_LONG);
    }

    /** The same answer packed; packed once. */
    byte[] packed(Key key, Held held) {
        return held.packed()
                .orElseGet(() -> {
                    var packed = pack(held.body().orElseThrow());
                    answers.put(key, new Held(held.body(), Optional.of(packed), held.rows()));
                    return packed;
                });
    }

    private static byte[] pack(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The right to find an answer that others wait for; to be closed when it was found, or not. */
    interface Flight extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins to find an answer; empty where somebody else is at it already. */
    Optional<Flight> begin(Key key) {
        var own = new CompletableFuture<Boolean>();
        if (flights.putIfAbsent(key, own) != null) return Optional.empty();
        return Optional.of(() -> {
            flights.remove(key, own);
            own.complete(true);
        });
    }

    /** Waits until whoever seeks an answer has it, or gives up. */
    void await(Key key, long millis) {
        var flight = Optional.ofNullable(flights.get(key));
        if (flight.isEmpty()) return;
        try {
            flight.get().get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return;
        }
    }

    /** Lets go of everything: another state of the store has come. */
    @Override
    public void committed(Change change) {
        if (!change.isEmpty()) answers.invalidateAll();
    }

    /** How many bytes are held. */
    long bytes() {
        return answers.policy().eviction().stream()
                .mapToLong(e -> e.weightedSize().orElse(0))
                .sum();
    }

    LongAdder hits() {
        return hits;
    }

    LongAdder misses() {
        return misses;
    }
}
