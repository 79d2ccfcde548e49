package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.replication.Content;
import org.modelgraph.replication.Entry;
import org.modelgraph.replication.EntryHeader;
import org.modelgraph.replication.ReplicationLog;
import org.modelgraph.replication.Spool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads entries from a topic: only those of transactions that were committed, in their order. */
final class KafkaReader implements AutoCloseable {
    private static final int LARGEST_STEP_BACK = 1 << 20;

    private final KafkaTopic topic;
    private final String name;
    private final Spool spool;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A reader.
     *
     * @param name the name of the log
     * @param spool where entries are put together that came in parts
     */
    KafkaReader(KafkaTopic topic, String name, Spool spool) {
        this.topic = topic;
        this.name = name;
        this.spool = spool;
        var properties = topic.properties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(topic.partition()));
    }

    /** See {@link ReplicationLog#read}. */
    synchronized ReplicationLog.Reading read(long after, int most, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try {
            consumer.seek(topic.partition(), after + 1);
            while (true) {
                var left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
                var polled = consumer.poll(Duration.ofMillis(left)).records(topic.partition());
                var entries = new ArrayList<Entry>();
                if (take(polled, entries, most)) return ReplicationLog.Reading.of(entries);
                var passed = consumer.position(topic.partition()) - 1;
                if (!entries.isEmpty() || System.nanoTime() > end)
                    return new ReplicationLog.Reading(entries, passed);
            }
        } catch (KafkaException e) {
            throw topic.unreachable(e);
        }
    }

    /** Returns true where it stops behind an entry and something may be left. */
    private boolean take(
            List<ConsumerRecord<byte[], byte[]>> records, List<Entry> entries, int most) {
        for (var i = 0; i < records.size(); i++) {
            if (entries.size() == most) return true;
            var first = records.get(i);
            if (Part.of(first) == Part.WHOLE) {
                entries.add(entry(first.offset(), first.value(), new Content.Held(first.value())));
            } else {
                if (entries.isEmpty()) entries.add(assembled(records.subList(i, records.size())));
                return true;
            }
        }
        return false;
    }

    private Entry entry(long offset, byte[] header, Content content) {
        return new Entry(new LogPlace(name, offset), EntryHeader.read(header), content);
    }

    /** Puts an entry together whose parts begin here and may go on in records to come. */
    private Entry assembled(List<ConsumerRecord<byte[], byte[]>> begun) {
        var content = new Content.Filed(spool.file(), true);
        try (var out = Files.newOutputStream(content.file())) {
            var last = write(begun.subList(1, begun.size()), out);
            while (last < 0) last = write(next(), out);
            return entry(last, begun.getFirst().value(), content);
        } catch (IOException e) {
            content.release();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            content.release();
            throw e;
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> next() {
        var records = consumer.poll(Duration.ofSeconds(15)).records(topic.partition());
        if (records.isEmpty()) throw topic.unreachable(new IOException("the parts do not come"));
        return records;
    }

    /** Writes parts; the offset of the last part of the entry, or -1 where it has not come. */
    private static long write(List<ConsumerRecord<byte[], byte[]>> parts, OutputStream out)
            throws IOException {
        for (var part : parts) {
            out.write(part.value());
            if (Part.of(part) == Part.LAST) return part.offset();
        }
        return -1;
    }

    /** The place behind which nothing stands that can be read now. */
    synchronized long newest() {
        try {
            return end() - 1;
        } catch (KafkaException e) {
            throw topic.unreachable(e);
        }
    }

    private long end() {
        return consumer.endOffsets(List.of(topic.partition())).getOrDefault(topic.partition(), 0L);
    }

    /** The place of the newest entry; {@link ReplicationLog#NOWHERE} where there is none. */
    synchronized long last() {
        try {
            var begin =
                    consumer.beginningOffsets(List.of(topic.partition()))
                            .getOrDefault(topic.partition(), 0L);
            var end = end();
            for (var step = 4L; ; step *= 8) {
                var from = Math.max(begin, end - step);
                var last = lastBetween(from, end);
                if (last >= 0 || from == begin) return last;
                if (step > LARGEST_STEP_BACK) throw topic.unreachable(new IOException("no entry"));
            }
        } catch (KafkaException e) {
            throw topic.unreachable(e);
        }
    }

    private long lastBetween(long from, long end) {
        var last = ReplicationLog.NOWHERE;
        consumer.seek(topic.partition(), from);
        while (consumer.position(topic.partition()) < end) {
            var records = consumer.poll(Duration.ofSeconds(15)).records(topic.partition());
            for (var record : records) if (Part.of(record).ends()) last = record.offset();
            if (records.isEmpty() && consumer.position(topic.partition()) < end)
                throw topic.unreachable(new IOException("the end can't be read"));
        }
        return last;
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
