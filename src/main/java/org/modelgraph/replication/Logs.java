package org.modelgraph.replication;

import org.modelgraph.problem.Problem;
import org.modelgraph.replication.kafka.KafkaLog;

import java.nio.file.Path;

/** The kinds of logs, by the beginning of their addresses. */
final class Logs {
    private Logs() {}

    static ReplicationLog open(String address, Spool spool) {
        var colon = address.indexOf(':');
        var rest = address.substring(colon + 1);
        return switch (address.substring(0, Math.max(0, colon))) {
            case "file" -> FileLog.open(Path.of(rest));
            case "kafka" -> KafkaLog.open(rest, spool);
            default ->
                    throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + address + "' is no log.")
                            .hint("For example file:/srv/modelgraph/log");
        };
    }
}
