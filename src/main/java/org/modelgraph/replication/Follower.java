package org.modelgraph.replication;

import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/** The replica's side: a thread that carries over whatever comes into the log. */
final class Follower implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(Follower.class);
    private static final int TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long PAUSE_MILLIS = 1000;

    private final ReplicationLog log;
    private final Application application;
    private final Thread thread;
    private volatile boolean closing;
    private volatile long place;
    private volatile long passed;
    private volatile long known;
    private volatile long complete;
    private volatile Optional<String> trouble = Optional.empty();

    /** Begins to follow. */
    Follower(ReplicationLog log, Application application) {
        this.log = log;
        this.application = application;
        place = application.place();
        passed = place;
        known = place;
        complete = System.nanoTime();
        thread = Thread.ofPlatform().daemon().name("follower").start(this::run);
    }

    private void run() {
        while (!closing) {
            try {
                follow();
                if (trouble.isPresent()) logger.info("The log is followed again");
                trouble = Optional.empty();
            } catch (Problem e) {
                tell(e.detail(), e);
                pause();
            } catch (RuntimeException e) {
                tell("The log can't be carried over: " + e, e);
                pause();
            }
        }
    }

    private void follow() {
        known = log.newest();
        var reading = log.read(passed, TOGETHER, PATIENCE);
        if (closing) return;
        var entries = reading.entries();
        if (!entries.isEmpty()) {
            application.apply(entries);
            place = entries.getLast().place().number();
        }
        passed = reading.through();
        if (passed >= known) complete = System.nanoTime();
    }

    private void tell(String what, Exception e) {
        if (!trouble.equals(Optional.of(what))) logger.error("The replica does not get on", e);
        trouble = Optional.of(what);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Standing standing() {
        return new Standing(
                Role.REPLICA,
                place,
                Math.max(0, known - passed),
                Duration.ofNanos(System.nanoTime() - complete),
                trouble);
    }

    /** Ends; what is being carried over is carried over whole. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
