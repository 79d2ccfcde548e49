package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.history.PatchText;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.Content;
import org.modelgraph.replication.Entry;
import org.modelgraph.replication.EntryHeader;
import org.modelgraph.replication.ReplicationLog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A log in a topic of Apache Kafka. An entry is one transaction, however many records it takes; the
 * brokers acknowledge it when all in-sync copies have it. The writer is the transactional producer
 * of the topic's name: whoever begins as such fences the one before (KIP-98).
 */
public final class KafkaLog implements ReplicationLog {
    private static final int PART_BYTES = 512 << 10;
    private static final Duration AT_ONCE = Duration.ZERO;

    private final KafkaTopic topic;
    private final String name;
    private final KafkaReader reader;
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();
    private long mine = NOWHERE;

    private KafkaLog(KafkaTopic topic, Path spool) {
        this.topic = topic;
        name = topic.prepare();
        reader = new KafkaReader(topic, name, spool);
    }

    /**
     * Opens a log.
     *
     * @param address the brokers and the topic: {@code HOST:PORT,…/TOPIC}
     * @param spool a directory for entries that are put together
     * @throws Problem where that can't be done
     */
    public static ReplicationLog open(String address, Path spool) {
        return new KafkaLog(KafkaTopic.of(address), spool);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized long acquire() {
        begin();
        return reader.last();
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
        if (isSuperseded()) return OptionalLong.empty();
        begin();
        return OptionalLong.of(reader.last());
    }

    private boolean isSuperseded() {
        var end = reader.newest();
        for (var at = mine; at < end; ) {
            var entries = reader.read(at, 500, Duration.ofSeconds(2));
            if (entries.isEmpty()) return false;
            if (entries.stream().anyMatch(e -> e.header().kind() == EntryHeader.Kind.BEGIN))
                return true;
            entries.forEach(e -> e.content().release());
            at = entries.getLast().place().number();
        }
        return false;
    }

    @Override
    public synchronized Outcome append(EntryHeader header, Content content) {
        if (producer.isEmpty()) return new Outcome.Unknown(new IOException("no producer"));
        var sender = producer.get();
        var committing = false;
        try {
            sender.beginTransaction();
            var last = send(sender, header, content);
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
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException) return true;
        return false;
    }

    /**
     * A commit may have been taken and its answer lost before another writer came: the log tells.
     */
    private Outcome fenced(
            KafkaProducer<byte[], byte[]> sender, EntryHeader header, Exception reason) {
        drop(sender);
        try {
            var end = reader.newest();
            for (var at = mine; at < end; ) {
                var entries = reader.read(at, 500, Duration.ofSeconds(2));
                if (entries.isEmpty()) break;
                entries.forEach(e -> e.content().release());
                for (var entry : entries)
                    if (entry.header().isSame(header)) return new Outcome.Kept(entry.place());
                at = entries.getLast().place().number();
            }
            return new Outcome.Fenced();
        } catch (Problem unreadable) {
            reason.addSuppressed(unreadable);
            return new Outcome.Unknown(reason);
        }
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

    private Future<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> sender, EntryHeader header, Content content)
            throws IOException {
        return switch (content) {
            case Content.Held held when held.lines().length <= PART_BYTES -> {
                var entry = new ByteArrayOutputStream();
                entry.write(header.write());
                entry.write(PatchText.BEGIN);
                entry.write(held.lines());
                entry.write(PatchText.END);
                yield send(sender, Part.WHOLE, entry.toByteArray());
            }
            case Content.Held held -> sendParts(sender, header, held);
            case Content.Filed filed -> sendParts(sender, header, filed);
        };
    }

    private Future<RecordMetadata> sendParts(
            KafkaProducer<byte[], byte[]> sender, EntryHeader header, Content content)
            throws IOException {
        var _ = send(sender, Part.FIRST, header.write());
        try (var in = content.packed()) {
            var part = in.readNBytes(PART_BYTES);
            while (true) {
                var next = in.readNBytes(PART_BYTES);
                if (next.length == 0) return send(sender, Part.LAST, part);
                var _ = send(sender, Part.MIDDLE, part);
                part = next;
            }
        }
    }

    private Future<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> sender, Part part, byte[] value) {
        var record = new ProducerRecord<byte[], byte[]>(topic.topic(), 0, null, value);
        record.headers().add(Part.HEADER, part.code());
        return sender.send(record);
    }

    @Override
    public List<Entry> read(long after, int most, Duration patience) {
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
