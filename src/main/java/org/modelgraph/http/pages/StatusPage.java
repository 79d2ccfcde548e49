package org.modelgraph.http.pages;

import org.modelgraph.replication.Standing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the server and its store are now.
 *
 * @param store what is on disk
 * @param standing what the server is among those that share a log, if it shares one
 * @param lanes where work is done
 * @param started when the server started
 */
public record StatusPage(
        Frame frame, Store store, Optional<Standing> standing, List<Lane> lanes, Instant started) {

    /**
     * The store.
     *
     * @param version the state that readers see
     * @param triples how many triples there are, counted in every graph that has them
     * @param bytes what it takes on disk
     * @param free what is free there, in bytes
     * @param writes one of {@code off}, {@code refused}, {@code possible}
     */
    public record Store(
            String version,
            long triples,
            long bytes,
            long free,
            String writes,
            Optional<Instant> compacted,
            Optional<Instant> backup) {}

    /**
     * Places for work of one kind.
     *
     * @param name one of {@code queries}, {@code quick reads}, {@code writes}
     */
    public record Lane(String name, int places, int active, int waiting) {}

    /** A point in time as people read it, in UTC. */
    public String time(Optional<Instant> at) {
        return at.map(StatusPage::time).orElseGet(() -> frame.texts().get("status.never"));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** The name of a role in the texts. */
    public String role(Standing of) {
        return "status.role." + of.role().name().toLowerCase(Locale.ROOT);
    }

    /** For how long the server has run. */
    public String uptime() {
        var run = Duration.between(started, Instant.now());
        return "%d d %02d:%02d:%02d"
                .formatted(
                        run.toDays(), run.toHoursPart(), run.toMinutesPart(), run.toSecondsPart());
    }
}
