package org.modelgraph.history;

import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Overheard;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Keeps the history of a store while it is written: no commit takes place whose changes are not on
 * disk before, and none is shown that did not take place.
 */
public final class History implements Participant {
    /** The folder of the log in the directory of a store. */
    static final String FOLDER = "history";

    private static final Logger logger = LoggerFactory.getLogger(History.class);

    private final CommitLog log;
    private final Chronicle chronicle;
    private final Retention retention;
    private Optional<PatchBody> streamed = Optional.empty();
    private OptionalLong prepared = OptionalLong.empty();

    private History(CommitLog log, Retention retention) {
        this.log = log;
        this.chronicle = new Chronicle(log);
        this.retention = retention;
    }

    /**
     * Opens the history of a store and takes part in its writes from now on.
     *
     * @throws Problem where it can't be kept
     */
    public static History of(KnowledgeGraph store, Retention retention) {
        Path root = store.directory().resolve(FOLDER);
        try {
            var log = CommitLog.open(root, store.version());
            log.prune(retention);
            var history = new History(log, retention);
            store.enlist(history);
            return history;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.NOT_READY, "The history in " + root + " can't be opened.")
                    .hint("Let the process write there; " + e.getMessage())
                    .causedBy(e);
        }
    }

    /** What the past can be asked. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /**
     * The store as it was at an earlier version, as far as one thing goes: what is said of it, of
     * nodes without a name, and what points at it.
     *
     * @param now a state at or after that version
     */
    public View at(long number, View now, Node thing) {
        Predicate<Quad> relevant =
                quad ->
                        quad.getSubject().isBlank()
                                || quad.getSubject().equals(thing)
                                || quad.getObject().equals(thing);
        return at(number, now, relevant);
    }

    /** The same with all quads that count. */
    public View at(long number, View now, Predicate<Quad> relevant) {
        log.reveal(now.version().number());
        var back = chronicle.between(now.version().number(), number, relevant);
        return now.rewound(number, back.added(), back.removed());
    }

    @Override
    public void prepare(Change change) {
        if (!prepared.equals(OptionalLong.of(change.before().number())))
            settle(change.before().number());
        prepared = OptionalLong.of(change.after().number());
        if (change.streamed()) return;
        var body = body(change);
        write(
                change,
                body,
                () -> {
                    change.removed().forEach(body::delete);
                    change.added().forEach(body::add);
                });
    }

    private PatchBody body(Change change) {
        return new PatchBody(log.directory(), change.after().number(), retention.bytes());
    }

    private void settle(long current) {
        try {
            if (!log.isAt(current)) log.settle(current);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Problem unwritable(Exception e) {
        return Problem.of(
                        Problem.Kind.INTERNAL,
                        "The history can't be written, so nothing was changed.")
                .causedBy(e);
    }

    private void write(Change change, PatchBody body, Runnable changes) {
        try {
            changes.run();
            var commit = body.seal(change.before(), change.after(), change.by(), change.at());
            log.prepare(commit, body.entry(commit), retention);
        } catch (IOException | RuntimeIOException e) {
            body.discard();
            throw unwritable(e);
        }
    }

    @Override
    public StreamRDF watch(Change change, StreamRDF sink) {
        var body = body(change);
        streamed = Optional.of(body);
        return new Overheard(sink, body::add);
    }

    @Override
    public void adding(Change change, Quad quad) {
        streamed.ifPresent(body -> body.add(quad));
    }

    @Override
    public void removing(Change change, Quad quad) {
        streamed.ifPresent(body -> body.delete(quad));
    }

    @Override
    public void streamed(Change change) {
        streamed.ifPresent(body -> write(change, body, () -> {}));
        streamed = Optional.empty();
    }

    @Override
    public void committed(Change change) {
        prepared = OptionalLong.empty();
        try {
            log.confirm(change.after().number());
            log.prune(retention);
        } catch (IOException e) {
            logger.error("The history could not be tidied after {}", change.after(), e);
        }
    }

    /** What was prepared is dropped, or kept, when the next write tells which version there is. */
    @Override
    public void failed(Change change, Throwable why) {
        prepared = OptionalLong.empty();
        streamed.ifPresent(PatchBody::discard);
        streamed = Optional.empty();
    }
}
