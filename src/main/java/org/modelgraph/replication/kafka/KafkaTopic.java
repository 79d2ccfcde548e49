package org.modelgraph.replication.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The topic that holds a log: one partition, so that there is one order; nothing is forgotten but
 * on command.
 *
 * @param servers where the brokers are: {@code HOST:PORT}, with commas between them
 */
record KafkaTopic(String servers, String topic) {
    private static final Logger logger = LoggerFactory.getLogger(KafkaTopic.class);
    private static final String PROPERTIES = "MODELGRAPH_KAFKA_PROPERTIES";
    private static final Pattern ADDRESS = Pattern.compile("([^/]+)/([A-Za-z0-9._-]{1,200})");
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration START = Duration.ofSeconds(60);
    private static final long BEAT_MILLIS = 100;

    /**
     * Reads an address.
     *
     * @throws Problem where it is none
     */
    static KafkaTopic of(String address) {
        var parts = ADDRESS.matcher(address);
        if (parts.matches()) return new KafkaTopic(parts.group(1), parts.group(2));
        throw Problem.of(Problem.Kind.BAD_REQUEST, "'kafka:" + address + "' is no log.")
                .hint("For example kafka:broker-1:9092,broker-2:9092/modelgraph");
    }

    TopicPartition partition() {
        return new TopicPartition(topic, 0);
    }

    /** What every client of the brokers is told; a file may add to it, such as credentials. */
    Properties properties() {
        var properties = new Properties();
        Optional.ofNullable(System.getenv(PROPERTIES))
                .filter(f -> !f.isEmpty())
                .ifPresent(file -> {
                    try (var in = Files.newInputStream(Path.of(file))) {
                        properties.load(in);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        properties.put("bootstrap.servers", servers);
        properties.put("request.timeout.ms", "5000");
        properties.put("default.api.timeout.ms", "15000");
        properties.put("reconnect.backoff.max.ms", "1000");
        return properties;
    }

    /**
     * Makes the topic if it is missing, with three copies where there are as many brokers. Brokers
     * that can't be reached yet are waited for, 60 s at most.
     *
     * @return its name that no topic before or after it has
     * @throws Problem where the brokers can't be reached, or the topic is no log
     */
    String prepare() {
        var made = await();
        if (made.partitions().size() != 1)
            throw Problem.of(
                            Problem.Kind.NOT_READY,
                            "The topic " + topic + " has more than one partition.")
                    .hint("A log has one order: name a topic with one partition.");
        return made.topicId().toString();
    }

    private TopicDescription await() {
        var end = System.nanoTime() + START.toNanos();
        try {
            while (true) {
                try (var admin = Admin.create(properties())) {
                    return describeOrMake(admin);
                } catch (Problem e) {
                    if (System.nanoTime() > end) throw e;
                    logger.warn("{} It is waited for.", e.detail());
                }
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private TopicDescription describeOrMake(Admin admin) throws InterruptedException {
        var description = describe(admin);
        if (description.isEmpty()) {
            make(admin);
            for (var turn = 0; description.isEmpty() && turn < 50; turn++) {
                Thread.sleep(BEAT_MILLIS);
                description = describe(admin);
            }
        }
        return description.orElseThrow(() -> unreachable(new IOException("no topic")));
    }

    private Optional<TopicDescription> describe(Admin admin) throws InterruptedException {
        try {
            return Optional.ofNullable(
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .get(topic));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) return Optional.empty();
            throw unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    private void make(Admin admin) throws InterruptedException {
        try {
            var brokers =
                    admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).size();
            var copies = (short) Math.min(3, brokers);
            var made =
                    new NewTopic(topic, 1, copies)
                            .configs(
                                    Map.of(
                                            TopicConfig.RETENTION_MS_CONFIG,
                                            "-1",
                                            TopicConfig.RETENTION_BYTES_CONFIG,
                                            "-1",
                                            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                            copies == 3 ? "2" : "1",
                                            TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                                            "false"));
            admin.createTopics(List.of(made)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            logger.info("Made the topic {} with {} copies", topic, copies);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** Lets the topic forget what stands before a place. */
    void prune(long before) {
        try (var admin = Admin.create(properties())) {
            admin.deleteRecords(Map.of(partition(), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    Problem unreachable(Exception e) {
        return Problem.of(
                        Problem.Kind.NOT_READY,
                        "The log " + topic + " at " + servers + " can't be reached.")
                .hint("Are the brokers up, and may this server use the topic?")
                .causedBy(e);
    }
}
