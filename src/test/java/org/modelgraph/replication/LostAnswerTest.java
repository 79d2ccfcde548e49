package org.modelgraph.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.time.Instant;

/** What becomes of a write when the log does not say what became of it. */
class LostAnswerTest {
    @TempDir Path directory;

    private ReplicationLog log() {
        return FileLog.open(directory.resolve("log"));
    }

    private Node node(String name, Role role) {
        return new Node(directory.resolve(name), log(), role);
    }

    @Test
    void aWriteWhoseOutcomeIsUnknownIsFoundOutBeforeTheNextOne() {
        var log = new SilentLog(log());
        try (var writer = new Node(directory.resolve("writer"), log, Role.WRITER);
                var replica = node("replica", Role.REPLICA)) {
            writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            log.silent = true;
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() ->
                            writer.store()
                                    .write(
                                            Node.ANNA,
                                            overlay -> {
                                                overlay.add(ReplicationTest.quad(1));
                                                overlay.remember(ReplicationTest.RECEIPT);
                                            }))
                    .matches(p -> p.kind() == Problem.Kind.UNKNOWN_OUTCOME);
            assertThat(writer.store().version().number()).isEqualTo(1);
            assertThat(writer.replication().standing().trouble()).isPresent();
            log.silent = false;
            var known = new boolean[1];
            writer.store()
                    .write(
                            Node.ANNA,
                            overlay ->
                                    known[0] =
                                            overlay.ledger()
                                                    .receipt(
                                                            ReplicationTest.RECEIPT.key(),
                                                            Instant.now())
                                                    .isPresent());
            assertThat(known[0]).as("the key tells that it took place").isTrue();
            assertThat(writer.store().version().number()).isEqualTo(2);
            replica.requireSame(writer);
            assertThat(replica.commits()).isEqualTo(writer.commits());
        }
    }

    @Test
    void aCommitThatStandsInTheLogAloneIsMadeAtTheNextStart() {
        var log = new SilentLog(log());
        try (var writer = new Node(directory.resolve("writer"), log, Role.WRITER)) {
            writer.update("INSERT DATA { <urn:a> <urn:p> 1 }");
            log.silent = true;
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> writer.update("INSERT DATA { <urn:a> <urn:p> [] }"));
        }
        try (var replica = node("replica", Role.REPLICA);
                var writer = node("writer", Role.WRITER)) {
            assertThat(writer.store().version().number()).isEqualTo(2);
            replica.requireSame(writer);
            writer.update("INSERT DATA { <urn:a> <urn:p> 3 }");
            replica.requireSame(writer);
        }
    }

    @Test
    void whatTheLogRefusesDoesNotHappen() {
        var log = new SilentLog(log());
        try (var writer = new Node(directory.resolve("writer"), log, Role.WRITER)) {
            log.deaf = true;
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> writer.update("INSERT DATA { <urn:a> <urn:p> 1 }"))
                    .matches(p -> p.kind() == Problem.Kind.NOT_READY);
            log.deaf = false;
            assertThat(writer.update("INSERT DATA { <urn:a> <urn:p> 2 }").number()).isEqualTo(1);
            assertThat(writer.quads()).hasSize(1);
        }
    }
}
