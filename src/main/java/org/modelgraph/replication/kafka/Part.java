package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.nio.charset.StandardCharsets;

/** What a record is of an entry; an entry that is too long for one record has several. */
enum Part {
    WHOLE,
    /** The header of the entry; the changes follow. */
    FIRST,
    MIDDLE,
    LAST;

    /** The name of the header in which a record tells this. */
    static final String HEADER = "part";

    static Part of(ConsumerRecord<byte[], byte[]> record) {
        var told = record.headers().lastHeader(HEADER);
        return told == null ? WHOLE : valueOf(new String(told.value(), StandardCharsets.US_ASCII));
    }

    byte[] code() {
        return name().getBytes(StandardCharsets.US_ASCII);
    }

    /** True of the last record of an entry. */
    boolean ends() {
        return this == WHOLE || this == LAST;
    }
}
