package org.modelgraph.graph;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** All that take part in the writes of a store, in the order in which they enlisted. */
final class Participants {
    private static final Logger log = LoggerFactory.getLogger(Participants.class);

    private final List<Participant> all = new CopyOnWriteArrayList<>();

    void add(Participant participant) {
        all.add(participant);
    }

    void stage(Overlay wouldBe, Attribution by) {
        for (var participant : all) participant.stage(wouldBe, by);
    }

    /** Prepares all of them; where one refuses, those before it are told that it failed. */
    void prepare(Change change) {
        for (var i = 0; i < all.size(); i++) {
            try {
                all.get(i).prepare(change);
            } catch (RuntimeException | Error refusal) {
                tell(all.subList(0, i), p -> p.failed(change, refusal));
                throw refusal;
            }
        }
    }

    StreamRDF watch(Change change, StreamRDF sink) {
        var watched = sink;
        for (var participant : all) watched = participant.watch(change, watched);
        return watched;
    }

    void complete(Change change, DatasetGraph state) {
        for (var participant : all) participant.complete(change, state);
    }

    void adding(Change change, Quad quad) {
        for (var participant : all) participant.adding(change, quad);
    }

    void removing(Change change, Quad quad) {
        for (var participant : all) participant.removing(change, quad);
    }

    void streamed(Change change) {
        for (var participant : all) participant.streamed(change);
    }

    void committed(Change change) {
        tell(all, p -> p.committed(change));
    }

    void failed(Change change, Throwable why) {
        tell(all, p -> p.failed(change, why));
    }

    private static void tell(List<Participant> participants, Consumer<Participant> news) {
        for (var participant : participants) {
            try {
                news.accept(participant);
            } catch (RuntimeException e) {
                log.error("{} failed on the news of a commit", participant, e);
            }
        }
    }
}
