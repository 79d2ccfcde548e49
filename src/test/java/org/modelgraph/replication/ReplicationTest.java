package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.graph.LogPlace;
import org.modelgraph.graph.Receipt;
import org.modelgraph.graph.View;
import org.modelgraph.maintenance.Backups;
import org.modelgraph.maintenance.Restoration;
import org.modelgraph.problem.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Stores that share a log are one store. */
class ReplicationTest {
    static final Receipt RECEIPT =
            new Receipt(
                    "k1",
                    "f1",
                    201,
                    Optional.of("http://127.0.0.1/x"),
                    Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir Path directory;

    private ReplicationLog log() {
        return FileLog.open(directory.resolve("log"));
    }

    private Node node(String name, Role role) {
        return new Node(directory.resolve(name), log(), role);
    }

    static Quad quad(int number) {
        return Quad.create(
                NodeFactory.createURI("urn:loaded"),
                NodeFactory.createURI("urn:s" + number),
                NodeFactory.createURI("urn:p"),
                number % 3 == 0
                        ? NodeFactory.createBlankNode("b" + number)
                        : NodeFactory.createLiteralString("text " + number));
    }

    /** Updates that add, change and remove, blank nodes among them. */
    static String mixed(Random random, int number) {
        return switch (random.nextInt(5)) {
            case 0 ->
                    "INSERT DATA { GRAPH <urn:g%d> { <urn:s%d> <urn:p> [ <urn:q> %d ] } }"
                            .formatted(random.nextInt(3), random.nextInt(40), number);
            case 1 ->
                    "DELETE WHERE { GRAPH ?g { <urn:s%d> <urn:p> ?b . ?b <urn:q> ?v } }"
                            .formatted(random.nextInt(40));
            case 2 ->
                    "DELETE { GRAPH ?g { ?s <urn:n> ?old } } INSERT { GRAPH <urn:g1> { ?s <urn:n>"
                            + " %d } } WHERE { GRAPH ?g { ?s <urn:p> ?b } OPTIONAL { GRAPH ?g { ?s"
                                    .formatted(number)
                            + " <urn:n> ?old } } }";
            case 3 -> "INSERT DATA { <urn:s%d> <urn:in> 'default'@en }".formatted(number);
            default ->
                    "INSERT DATA { GRAPH <urn:g2> { <urn:s%d> <urn:p> 'text \\\\ \\n %d' } }"
                            .formatted(random.nextInt(40), number);
        };
    }

    @Test
    void aReplicaBecomesTheSameStoreWithTheSameHistory() {
        try (var writer = node("writer", Role.WRITER);
                var replica = node("replica", Role.REPLICA)) {
            var random = new Random(7);
            for (var n = 0; n < 40; n++) writer.update(mixed(random, n));
            writer.store()
                    .load(
                            Node.ANNA,
                            bulk -> {
                                for (var n = 0; n < 500; n++) bulk.quad(quad(n));
                            });
            writer.store()
                    .load(
                            Node.ANNA,
                            bulk -> {
                                bulk.clear(NodeFactory.createURI("urn:loaded"));
                                for (var n = 250; n < 700; n++) bulk.quad(quad(n));
                            });
            writer.store().write(Node.ANNA, overlay -> overlay.remember(RECEIPT));
            writer.update("CLEAR GRAPH <urn:g0>");
            replica.requireSame(writer);
            assertThat(writer.quads()).hasSizeGreaterThan(500);
            assertThat(replica.commits()).isEqualTo(writer.commits()).hasSizeGreaterThan(25);
            assertThat(replica.replication().standing())
                    .matches(s -> s.role() == Role.REPLICA && s.trouble().isEmpty());
        }
    }

    @Test
    void aReplicaThatWasAwayGoesOnWhereItWasAndWritesInBatches() {
        try (var writer = node("writer", Role.WRITER)) {
            try (var replica = node("replica", Role.REPLICA)) {
                writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
                replica.awaitSame(writer);
            }
            for (var n = 0; n < 15; n++) writer.update("INSERT DATA { <urn:a> <urn:p> [] }");
            try (var replica = node("replica", Role.REPLICA)) {
                replica.requireSame(writer);
            }
            try (var again = node("replica", Role.REPLICA)) {
                again.requireSame(writer);
                assertThat(again.store().read(View::place).map(LogPlace::number))
                        .isEqualTo(writer.store().read(View::place).map(LogPlace::number));
            }
        }
    }

    @Test
    void aLogThatIsNewBeginsWithTheStateOfItsWriter() {
        try (var alone = node("writer", Role.WRITER)) {
            alone.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> [], 2, 3 } }");
            alone.store().write(Node.ANNA, overlay -> overlay.remember(RECEIPT));
        }
        var other = directory.resolve("another-log");
        try (var writer = new Node(directory.resolve("writer"), FileLog.open(other), Role.WRITER);
                var replica =
                        new Node(directory.resolve("new"), FileLog.open(other), Role.REPLICA)) {
            replica.requireSame(writer);
            writer.update("INSERT DATA { <urn:b> <urn:p> [] }");
            replica.requireSame(writer);
        }
    }

    @Test
    void aRenewedLogStillLeadsANewReplicaAndAnOldOneToTheSameState() {
        try (var writer = node("writer", Role.WRITER);
                var replica = node("replica", Role.REPLICA)) {
            for (var n = 0; n < 5; n++) writer.update("INSERT DATA { <urn:a> <urn:p> [] }");
            replica.awaitSame(writer);
            writer.replication().renew();
            writer.update("INSERT DATA { <urn:b> <urn:p> [] }");
            replica.requireSame(writer);
        }
    }

    @Test
    void aBackupAndTheRestOfTheLogMakeAReplica() {
        try (var writer = node("writer", Role.WRITER)) {
            writer.update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> [], 2 } }");
            writer.store().write(Node.ANNA, overlay -> overlay.remember(RECEIPT));
            var backup = new Backups(directory.resolve("backups")).create(writer.store());
            writer.update("INSERT DATA { GRAPH <urn:h> { <urn:a> <urn:p> [] } }");
            var restored =
                    new Restoration(directory.resolve("replica")).following(backup.file(), false);
            assertThat(restored.version().number()).isEqualTo(1);
            try (var replica = node("replica", Role.REPLICA)) {
                replica.requireSame(writer);
            }
        }
    }

    @Test
    void whatAProcessThatEndedLeftInTheSpoolIsCleared() throws Exception {
        var left = directory.resolve("writer/spool/left.rdfp.gz");
        node("writer", Role.WRITER).close();
        Files.writeString(left, "half");
        try (var writer = node("writer", Role.WRITER)) {
            assertThat(left).doesNotExist();
            writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            assertThat(left.getParent()).isEmptyDirectory();
        }
    }

    @Test
    void aReplicaTakesNoWrites() {
        try (var writer = node("writer", Role.WRITER);
                var replica = node("replica", Role.REPLICA)) {
            writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            replica.awaitSame(writer);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> replica.update("INSERT DATA { <urn:a> <urn:p> 2 }"))
                    .matches(p -> p.kind() == Problem.Kind.REPLICA);
            assertThat(replica.quads()).isEqualTo(writer.quads());
        }
    }

    @Test
    void theOlderOfTwoWritersIsFencedAndFollowsTheOther() {
        try (var old = node("old", Role.WRITER)) {
            old.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            try (var fresh = node("fresh", Role.REPLICA)) {
                fresh.awaitSame(old);
                fresh.replication().promote();
                fresh.update("INSERT DATA { <urn:a> <urn:p> 2 }");
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> old.update("INSERT DATA { <urn:a> <urn:p> 3 }"))
                        .matches(p -> p.kind() == Problem.Kind.REPLICA);
                old.requireSame(fresh);
                assertThat(old.quads()).hasSize(2).noneMatch(q -> q.contains("\"3\""));
                await().untilAsserted(() -> assertThat(old.commits()).isEqualTo(fresh.commits()));
                fresh.update("INSERT DATA { <urn:a> <urn:p> 4 }");
                old.requireSame(fresh);
            }
        }
    }

    @Test
    void aStoreOfAnotherLineIsNotCarriedOn() {
        try (var other =
                new Node(
                        directory.resolve("other"),
                        FileLog.open(directory.resolve("log2")),
                        Role.WRITER)) {
            other.update("INSERT DATA { <urn:x> <urn:p> 1 }");
        }
        try (var writer = node("writer", Role.WRITER)) {
            writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            try (var stranger = node("other", Role.REPLICA)) {
                await().untilAsserted(() ->
                        assertThat(stranger.replication().standing().trouble())
                                .hasValueSatisfying(t -> assertThat(t).contains("another store")));
                assertThat(stranger.quads()).hasSize(1).noneMatch(q -> q.contains("urn:a"));
            }
        }
    }
}
