package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.problem.Causes;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.Content;
import org.modelgraph.replication.Entry;
import org.modelgraph.replication.EntryHeader;
import org.modelgraph.replication.ReplicationLog;
import org.modelgraph.replication.Spool;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * A log in a topic of Apache Kafka. An entry is one transaction, however many records it takes; the
 * brokers acknowledge it when all in-sync copies have it. The writer is the transactional producer
 * of the topic's name: whoever begins as such fences the one before (KIP-98).
 */
public final class KafkaLog implements ReplicationLog {
    private static final int TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BEAT_MILLIS = 100;
    private static final Duration AT_ONCE = Duration.ZERO;

    private final KafkaTopic topic;
    private final String name;
    private final KafkaReader reader;
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    /** Behind this place nothing of this writer stands but what it does not know of. */
    private long mine = NOWHERE;

    private boolean superseded;

    private KafkaLog(KafkaTopic topic, Spool spool) {
        this.topic = topic;
        name = topic.prepare();
        reader = new KafkaReader(topic, name, spool);
    }

    /**
     * Opens a log.
     *
     * @param address the brokers and the topic: {@code HOST:PORT,…/TOPIC}
     * @param spool for entries that are put together
     * @throws Problem where that can't be done
     */
    public static ReplicationLog open(String address, Spool spool) {
        return new KafkaLog(KafkaTopic.of(address), spool);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized long acquire() {
        begin();
        superseded = false;
        mine = reader.last();
        return mine;
    }

    private void begin() {
        producer.ifPresent(p -> p.close(AT_ONCE));
        producer = Optional.empty();
        var fresh = producer();
        try {
            fresh.initTransactions();
        } catch (KafkaException e) {
            fresh.close(AT_ONCE);
            throw topic.unreachable(e);
        }
        producer = Optional.of(fresh);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var properties = topic.properties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "modelgraph-" + topic.topic());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "15000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Another writer tells of itself by an entry before it writes. */
    @Override
    public synchronized OptionalLong resume() {
        superseded |= sinceMine(KafkaLog::begins).isPresent();
        return superseded ? OptionalLong.empty() : OptionalLong.of(acquire());
    }

    private static boolean begins(EntryHeader header) {
        return header.kind() == EntryHeader.Kind.BEGIN;
    }

    /**
     * The first entry of a kind behind the last one that is known to be this writer's.
     *
     * @throws Problem where the log can't be read to its end
     */
    private Optional<Entry> sinceMine(Predicate<EntryHeader> kind) {
        var end = reader.last();
        for (var at = mine; at < end; ) {
            var entries = reader.read(at, TOGETHER, PATIENCE).entries();
            if (entries.isEmpty()) throw topic.unreachable(new IOException("the end is not read"));
            entries.forEach(e -> e.content().release());
            var found = entries.stream().filter(e -> kind.test(e.header())).findFirst();
            if (found.isPresent()) return found;
            at = entries.getLast().place().number();
        }
        return Optional.empty();
    }

    @Override
    public synchronized Outcome append(EntryHeader header, Content content) {
        if (superseded) return new Outcome.Fenced();
        if (producer.isEmpty()) return new Outcome.Unknown(new IOException("no producer"));
        var sender = producer.get();
        var committing = false;
        try {
            sender.beginTransaction();
            var last = new EntrySender(sender, topic.topic()).send(header, content);
            committing = true;
            sender.commitTransaction();
            mine = last.get().offset();
            return new Outcome.Kept(new LogPlace(name, mine));
        } catch (KafkaException | IOException | ExecutionException e) {
            return isFencing(e) ? fenced(sender, header, e) : failed(sender, committing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(sender, true, e);
        }
    }

    private static boolean isFencing(Throwable failure) {
        return Causes.any(
                failure,
                f ->
                        f instanceof ProducerFencedException
                                || f instanceof InvalidProducerEpochException);
    }

    /**
     * A commit may have been taken and its answer lost before another writer came; and brokers
     * fence a producer also whose transaction took too long. The log tells: what another writer
     * begins with stands behind all that was taken from this one.
     */
    private Outcome fenced(
            KafkaProducer<byte[], byte[]> sender, EntryHeader header, Exception reason) {
        drop(sender);
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                var found = sinceMine(h -> begins(h) || h.isSame(header));
                if (found.isPresent() && found.get().header().isSame(header)) {
                    mine = found.get().place().number();
                    return new Outcome.Kept(found.get().place());
                }
                superseded = found.isPresent();
                if (superseded) return new Outcome.Fenced();
                if (System.nanoTime() > end) return new Outcome.Unknown(reason);
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (Problem unreadable) {
            reason.addSuppressed(unreadable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Outcome.Unknown(reason);
    }

    /** What was not asked to be committed and could be aborted is not in the log. */
    private Outcome failed(
            KafkaProducer<byte[], byte[]> sender, boolean committing, Exception reason) {
        if (!committing && !(reason instanceof InterruptException)) {
            try {
                sender.abortTransaction();
                return new Outcome.Refused(reason);
            } catch (KafkaException e) {
                reason.addSuppressed(e);
            }
        }
        drop(sender);
        return new Outcome.Unknown(reason);
    }

    private void drop(KafkaProducer<byte[], byte[]> sender) {
        sender.close(AT_ONCE);
        producer = Optional.empty();
    }

    @Override
    public Reading read(long after, int most, Duration patience) {
        return reader.read(after, most, patience);
    }

    @Override
    public long newest() {
        return reader.newest();
    }

    @Override
    public void prune(long before) {
        topic.prune(before);
    }

    @Override
    public synchronized void close() {
        producer.ifPresent(p -> p.close(AT_ONCE));
        producer = Optional.empty();
        reader.close();
    }
}
