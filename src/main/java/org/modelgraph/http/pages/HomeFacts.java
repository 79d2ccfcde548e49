package org.modelgraph.http.pages;

import org.modelgraph.browse.Listing;
import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.history.Commit;
import org.modelgraph.http.pages.panel.Panel;

import java.util.List;

/**
 * What the front page tells of the graph.
 *
 * @param counts how many things of each kind there are, in the order of showing
 * @param examples things worth a first look
 * @param triples how many triples there are
 * @param version the state of the data
 * @param catalog all questions
 * @param questions the questions to start from
 * @param panels pictures of the graph
 * @param changes the latest commits
 */
public record HomeFacts(
        List<Count> counts,
        List<Thing> examples,
        long triples,
        String version,
        Catalog catalog,
        List<SavedQuery> questions,
        List<Panel> panels,
        List<Commit> changes) {
    /** How many things of a kind there are. */
    public record Count(Kind kind, long number) {
        /** True of a kind that has a list of its own. */
        public boolean isListed() {
            return Listing.ofKind(kind.segment()).isPresent();
        }
    }

    /** How many things there are of the kinds that have lists, or of those that have none. */
    public List<Count> counts(boolean listed) {
        return counts.stream().filter(count -> count.isListed() == listed).toList();
    }
}
