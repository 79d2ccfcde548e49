package org.modelgraph.browse;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.Similarity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What lists, search and leaderboards need, read once for one state of the store and then held in
 * memory; good for any number of threads.
 */
public final class Index {
    private final Version version;
    private final Names names;
    private final Search search;
    private final Results results;
    private final long triples;
    private final Map<Listing, Roster> rosters = new EnumMap<>(Listing.class);
    private final Map<String, List<String>> members = new HashMap<>();
    private final Scan.Reach reach;

    private Index(View view, Collection<String> classes) {
        var scan = new Scan(view.dataset());
        version = view.version();
        names = new Names(scan);
        search = new Search(names);
        results = new Results(scan);
        triples = Iter.count(view.dataset().find());
        for (var listing : Listing.values()) rosters.put(listing, new Roster(listing, scan, names));
        for (var type : classes)
            members.put(type, scan.subjects(RDF.type.asNode(), NodeFactory.createURI(type)));
        reach = scan.reach();
    }

    private Index(Index other, Version version, long triples) {
        this.version = version;
        this.triples = triples;
        names = other.names;
        search = other.search;
        results = other.results;
        rosters.putAll(other.rosters);
        members.putAll(other.members);
        reach = other.reach;
    }

    /**
     * The index for the state after a change; empty where it has to be made anew, because the
     * change concerns what it holds or does not follow the state that was read.
     */
    public Optional<Index> after(Change change) {
        var follows = !change.streamed() && change.before().equals(version);
        if (!follows
                || change.added().stream().anyMatch(reach::holds)
                || change.removed().stream().anyMatch(reach::holds)) return Optional.empty();
        var count = triples + change.added().size() - change.removed().size();
        return Optional.of(new Index(this, change.after(), count));
    }

    /**
     * Reads a state of the store.
     *
     * @param classes the IRIs of the classes whose {@link #members} will be asked for
     */
    public static Index of(View view, Collection<String> classes) {
        return new Index(view, classes);
    }

    /** The state that was read. */
    public Version version() {
        return version;
    }

    public Names names() {
        return names;
    }

    public Search search() {
        return search;
    }

    /** How many triples there are, counted in every graph that has them. */
    public long triples() {
        return triples;
    }

    /** The things of a list. */
    public Roster roster(Listing listing) {
        return Objects.requireNonNull(rosters.get(listing));
    }

    /** The IRIs of the things of a class; none for a class that the index was not made for. */
    public List<String> members(String type) {
        return members.getOrDefault(type, List.of());
    }

    /** The results on a benchmark; empty where there are none. */
    public Optional<Leaderboard> leaderboard(String benchmark) {
        return results.on(benchmark);
    }

    /** The IRI that was probably meant, of the same kind; empty where none is near. */
    public Optional<String> nearest(String iri) {
        var kind = iri.substring(0, iri.lastIndexOf('/') + 1);
        if (!kind.startsWith(Prefixes.BASE)) return Optional.empty();
        var others =
                names.iris().stream()
                        .filter(other -> other.startsWith(kind))
                        .map(other -> other.substring(kind.length()))
                        .toList();
        return Similarity.nearest(iri.substring(kind.length()), others).map(kind::concat);
    }
}
