package org.modelgraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes commits, each with its participants, its publication and its entries in the ledger. */
final class Commits {
    private final Participants participants;
    private final Upkeep upkeep;
    private final Transaction transaction;
    private volatile Publication publication = Publication.NONE;

    /** Runs work in a write transaction, which is committed when this returns. */
    interface Transaction {
        void run(DatasetGraph dataset, Consumer<DatasetGraph> work);
    }

    Commits(Participants participants, Upkeep upkeep, Transaction transaction) {
        this.participants = participants;
        this.upkeep = upkeep;
        this.transaction = transaction;
    }

    void publish(Publication where) {
        publication = where;
    }

    /** To be called before a write is staged. */
    void settle() {
        publication.settle();
    }

    /** Makes a commit whose changes are known; one that changes nothing may leave a receipt. */
    Version make(DatasetGraph dataset, Proposal proposal, Consumer<DatasetGraph> work) {
        var change = proposal.change();
        Runnable commit =
                () -> {
                    var place = publication.publish(proposal);
                    Consumer<DatasetGraph> whole =
                            target -> {
                                work.accept(target);
                                note(target, change.after(), place);
                            };
                    transaction.run(dataset, whole);
                    publication.kept();
                    upkeep.follow(new Succession.Commit(change.after(), Optional.of(whole)));
                };
        if (change.isEmpty()) commit.run();
        else tell(List.of(change), commit);
        return change.after();
    }

    private static void note(DatasetGraph target, Version version, Optional<LogPlace> place) {
        var ledger = Ledger.of(target);
        ledger.put(version);
        place.ifPresent(ledger::put);
    }

    /** Makes a commit whose changes are not known before its transaction. */
    Version load(DatasetGraph dataset, Change change, Consumer<BulkWrite> work) {
        tell(
                List.of(change),
                () -> {
                    transaction.run(dataset, target -> stream(target, change, work));
                    publication.kept();
                    upkeep.follow(new Succession.Commit(change.after(), Optional.empty()));
                });
        return change.after();
    }

    private void stream(DatasetGraph target, Change change, Consumer<BulkWrite> work) {
        var bulk = new BulkWrite(target, participants, change);
        work.accept(bulk);
        var touched = bulk.completed();
        var place = publication.publish(new Proposal(change, touched, Optional.empty()));
        Ledger.of(target).putChanged(change.after(), touched);
        note(target, change.after(), place);
    }

    /** Makes, in one transaction, commits that were made elsewhere. */
    Version replay(DatasetGraph dataset, List<Replayed> commits) {
        Consumer<DatasetGraph> whole = target -> commits.forEach(c -> c.apply(target));
        var version = commits.getLast().change().after();
        tell(
                commits.stream().map(Replayed::change).filter(c -> !c.isEmpty()).toList(),
                () -> {
                    transaction.run(dataset, whole);
                    upkeep.follow(new Succession.Commit(version, Optional.of(whole)));
                });
        return version;
    }

    /** The same with one commit that is too large to be held. */
    Version replay(DatasetGraph dataset, Replayed commit, Consumer<BulkWrite> work) {
        var change = commit.change();
        tell(
                List.of(change),
                () -> {
                    transaction.run(
                            dataset,
                            target -> {
                                work.accept(new BulkWrite(target, participants, change));
                                participants.streamed(change);
                                commit.note(target);
                            });
                    upkeep.follow(new Succession.Commit(change.after(), Optional.empty()));
                });
        return change.after();
    }

    private void tell(List<Change> changes, Runnable commit) {
        for (var i = 0; i < changes.size(); i++) {
            try {
                participants.prepare(changes.get(i));
            } catch (RuntimeException | Error refusal) {
                changes.subList(0, i).forEach(c -> participants.failed(c, refusal));
                throw refusal;
            }
        }
        try {
            commit.run();
        } catch (RuntimeException | Error failure) {
            changes.forEach(c -> participants.failed(c, failure));
            throw failure;
        }
        changes.forEach(participants::committed);
    }
}
