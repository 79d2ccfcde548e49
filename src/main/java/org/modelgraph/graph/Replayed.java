package org.modelgraph.graph;

import org.apache.jena.sparql.core.DatasetGraph;

import java.util.Map;

/**
 * A commit that was made elsewhere and is to be made here too.
 *
 * @param place where it stands in the log
 * @param ledger entries of the ledger that come with it, as those of a whole state do
 */
public record Replayed(Proposal proposal, LogPlace place, Map<String, String> ledger) {
    Change change() {
        return proposal.change();
    }

    void apply(DatasetGraph target) {
        change().removed().forEach(target::delete);
        change().added().forEach(target::add);
        note(target);
    }

    void note(DatasetGraph target) {
        var entries = Ledger.of(target);
        entries.putAll(ledger);
        entries.putChanged(change().after(), proposal.touched());
        proposal.receipt().ifPresent(r -> entries.put(r, change().after()));
        entries.put(change().after());
        entries.put(place);
    }
}
