package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.modelgraph.history.PatchText;
import org.modelgraph.replication.Content;
import org.modelgraph.replication.EntryHeader;

import java.io.IOException;
import java.util.concurrent.Future;

/** Sends entries as records of one partition, within a transaction that its caller has begun. */
record EntrySender(KafkaProducer<byte[], byte[]> producer, String topic) {
    /** More bytes than this are sent in several records. */
    private static final int PART_BYTES = 512 << 10;

    /** Sends an entry; the answer is that of its last record. */
    Future<RecordMetadata> send(EntryHeader header, Content content) throws IOException {
        return switch (content) {
            case Content.Held held when held.lines().length <= PART_BYTES ->
                    send(Part.WHOLE, PatchText.whole(header.write(), held.lines()));
            case Content.Held held -> sendParts(header, held);
            case Content.Filed filed -> sendParts(header, filed);
        };
    }

    private Future<RecordMetadata> sendParts(EntryHeader header, Content content)
            throws IOException {
        var _ = send(Part.FIRST, header.write());
        try (var in = content.packed()) {
            var part = in.readNBytes(PART_BYTES);
            while (true) {
                var next = in.readNBytes(PART_BYTES);
                if (next.length == 0) return send(Part.LAST, part);
                var _ = send(Part.MIDDLE, part);
                part = next;
            }
        }
    }

    private Future<RecordMetadata> send(Part part, byte[] value) {
        var record = new ProducerRecord<byte[], byte[]>(topic, 0, null, value);
        record.headers().add(Part.HEADER, part.code());
        return producer.send(record);
    }
}
