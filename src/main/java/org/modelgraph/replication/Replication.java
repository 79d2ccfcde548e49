package org.modelgraph.replication;

import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;
import org.modelgraph.replication.ReplicationLog.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The part that a store has among others which share a log: of the writer, which appends its
 * commits before it makes them, or of a replica, which carries them over.
 */
public final class Replication implements AutoCloseable {
    private static final Logger logger = LoggerFactory.getLogger(Replication.class);
    private static final int TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_ENTRY = Duration.ofSeconds(60);

    private final KnowledgeGraph store;
    private final ReplicationLog log;
    private final Application application;
    private final Publisher publisher;
    private final Spool spool;
    private volatile Optional<Follower> follower = Optional.empty();
    private volatile long began = ReplicationLog.NOWHERE;
    private boolean closed;

    private Replication(KnowledgeGraph store, ReplicationLog log, Spool spool) {
        this.store = store;
        this.log = log;
        this.spool = spool;
        application = new Application(store, log);
        publisher = new Publisher(log, spool, this::resume, this::giveWay);
    }

    /**
     * Joins a store to a log. A replica whose store is new takes its beginning from the log, for
     * which it may have to wait.
     *
     * @param address {@code file:DIRECTORY} or {@code kafka:SERVER:PORT,…/TOPIC}
     * @throws Problem where the log can't be used, or begins too late for this store
     */
    public static Replication open(KnowledgeGraph store, String address, Role role) {
        var spool = spool(store);
        return open(store, Logs.open(address, spool), spool, role);
    }

    static Replication open(KnowledgeGraph store, ReplicationLog log, Role role) {
        return open(store, log, spool(store), role);
    }

    /** The spool beside the store, which is this process's alone as long as the store is open. */
    private static Spool spool(KnowledgeGraph store) {
        return Spool.in(store.directory().resolve("spool"));
    }

    private static Replication open(
            KnowledgeGraph store, ReplicationLog log, Spool spool, Role role) {
        var replication = new Replication(store, log, spool);
        if (role == Role.REPLICA) replication.beginAsReplica();
        return replication;
    }

    private void beginAsReplica() {
        if (!application.isUntouched()) return;
        var first = log.read(ReplicationLog.NOWHERE, 1, FIRST_ENTRY).entries();
        if (first.isEmpty())
            throw Problem.of(Problem.Kind.NOT_READY, "The log is empty, and so is this store.")
                    .hint("Start the writer first.");
        application.apply(first);
    }

    /** Begins to write or to follow; to be called when all others take part in the writes. */
    public void start(Role role) {
        store.enlist(publisher);
        store.publish(publisher);
        if (role == Role.REPLICA) follow();
        else lead();
    }

    private synchronized void follow() {
        if (closed) return;
        publisher.rest();
        if (follower.isEmpty()) follower = Optional.of(new Follower(log, application));
    }

    /** Takes the place of the writer: fences the one before and catches up with what it left. */
    private void lead() {
        var end = log.acquire();
        catchUp(end);
        var version = store.version();
        if (end == ReplicationLog.NOWHERE && version.number() > 0) appendState();
        began = appendBegin(version);
        publisher.begin();
        logger.info("This server is the writer from version {} on", version);
    }

    /** Returns true where somebody else began to write on the way. */
    private boolean catchUp(long end) {
        var begun = false;
        for (var at = application.place(); at < end; ) {
            var entries = log.read(at, TOGETHER, PATIENCE).entries();
            if (entries.isEmpty())
                throw Problem.of(
                                Problem.Kind.NOT_READY, "The log can't be read to its end in time.")
                        .hint("Try again when it can be reached.");
            application.apply(entries);
            at = entries.getLast().place().number();
            begun |= entries.stream().anyMatch(this::isOfAnother);
        }
        return begun;
    }

    private boolean isOfAnother(Entry entry) {
        return entry.header().kind() == EntryHeader.Kind.BEGIN && entry.place().number() > began;
    }

    /** Finds out what became of a write whose outcome was unknown. */
    private void resume() {
        var end = log.resume();
        if (end.isEmpty() || catchUp(end.getAsLong())) giveWay();
        else publisher.begin();
    }

    /** Another one is the writer now: follows it. */
    private void giveWay() {
        logger.warn("Another server has become the writer; this one follows it");
        publisher.rest();
        Thread.ofVirtual().name("giving way").start(this::follow);
    }

    private long appendBegin(Version version) {
        return require(
                log.append(
                        EntryHeader.of(EntryHeader.Kind.BEGIN, version, Map.of()),
                        new Content.Held(new byte[0])));
    }

    private void appendState() {
        var _ =
                store.upkeep()
                        .asWriter(() -> {
                            var draft = spool.draft();
                            var header =
                                    store.read(view -> {
                                        view.dataset().find().forEachRemaining(draft::add);
                                        return EntryHeader.of(
                                                EntryHeader.Kind.STATE,
                                                view.version(),
                                                view.ledger());
                                    });
                            var content = Spool.seal(draft);
                            try {
                                return require(log.append(header, content));
                            } finally {
                                content.release();
                            }
                        });
    }

    private static long require(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var place) -> place.number();
            case Outcome.Fenced() ->
                    throw Problem.of(
                            Problem.Kind.NOT_READY, "Another server became the writer meanwhile.");
            case Outcome.Refused(var reason) -> throw unreachable(reason);
            case Outcome.Unknown(var reason) -> throw unreachable(reason);
        };
    }

    private static Problem unreachable(Exception reason) {
        return Problem.of(Problem.Kind.NOT_READY, "The log of commits did not take an entry.")
                .hint("Is it there, and may this server write to it?")
                .causedBy(reason);
    }

    /**
     * Makes a replica the writer; whoever was it before is fenced.
     *
     * @throws Problem where that can't be done; it goes on as before then
     */
    public synchronized void promote() {
        if (closed || follower.isEmpty()) return;
        follower.get().close();
        follower = Optional.empty();
        try {
            lead();
        } catch (RuntimeException e) {
            follow();
            throw e;
        }
    }

    /**
     * Appends the whole state to the log and lets the log forget what was before, so that it does
     * not grow for ever; writes wait meanwhile.
     *
     * @throws Problem where this is not the writer
     */
    public synchronized void renew() {
        publisher.settle();
        appendState();
        log.prune(log.newest());
    }

    /** True of a server that follows another one. */
    public boolean isReplica() {
        return follower.isPresent();
    }

    /** Where this server stands. */
    public Standing standing() {
        return follower.map(Follower::standing)
                .orElseGet(() ->
                        new Standing(
                                Role.WRITER,
                                application.place(),
                                0,
                                Duration.ZERO,
                                publisher.isSettled()
                                        ? Optional.empty()
                                        : Optional.of(
                                                "It is not known whether the last write"
                                                        + " took place.")));
    }

    @Override
    public synchronized void close() {
        closed = true;
        follower.ifPresent(Follower::close);
        log.close();
    }
}
